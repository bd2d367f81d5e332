import { Chip, useSay } from '@baton/ui'
import type { ReactNode } from 'react'
import { changedOf, pick } from '../../forms/changed.ts'
import { FactList } from '../../forms/FactList.tsx'
import { Gone } from '../../forms/Gone.tsx'
import { LastChange } from '../../forms/LastChange.tsx'
import { Sheet } from '../../forms/Sheet.tsx'
import { useBegun } from '../../forms/useBegun.ts'
import { useDo } from '../../forms/useDo.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { ArchivePart } from '../ArchivePart.tsx'
import type { CalendarRecord } from '../records.ts'
import { useWords } from '../words/index.ts'
import { CalendarFields } from './CalendarFields.tsx'
import { draftOf, sentOf } from './draft.ts'
import { Meaning } from './Meaning.tsx'
import { useDates } from './useDates.ts'
import { useDraft } from './useDraft.ts'
import { useWeekWords } from './week/useWeekWords.ts'

interface Props {
  calendar: CalendarRecord
  onClose: () => void
}

/** One calendar: what it is made of, what that means, and its end. */
export function Calendar({
  calendar,
  onClose,
}: {
  calendar: CalendarRecord | undefined
  onClose: () => void
}): ReactNode {
  if (!calendar) return <Gone onClose={onClose} />
  return calendar.allowed.includes('calendar.update') ? (
    <Editor calendar={calendar} onClose={onClose} />
  ) : (
    <ReadOnly calendar={calendar} onClose={onClose} />
  )
}

function Editor({ calendar, onClose }: Props): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const { id: calendarId, name } = calendar
  const { before, versionFor } = useBegun(calendar, record => sentOf(draftOf(record)))
  const form = useDraft(draftOf(calendar))
  const save = () =>
    void form.submit(async values => {
      const patch = changedOf(before, sentOf(values))
      const saved = await perform('calendar.update', { calendarId, ...patch, version: versionFor(patch) })
      onClose()
      const undo = () => perform('calendar.update', { calendarId, ...pick(before, patch) })
      say({
        title: f('savedNamed', { name: saved.name }),
        detail: t('calendars.saved'),
        action: { label: f('undo'), run: () => void undo().catch(() => undefined) }, // the list shows what stands
      })
    })
  return (
    <Sheet
      title={name}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f('save'), busy: form.busy, disabled: !form.dirty, run: save }}
      foot={<LastChange subjectId={calendarId} />}
      aside={<Meaning draft={form.values} />}
    >
      <CalendarFields form={form} isNew={false} />
      <Archive calendar={calendar} onClose={onClose} />
    </Sheet>
  )
}

function ReadOnly({ calendar, onClose }: Props): ReactNode {
  const { t } = useWords()
  const words = useWeekWords()
  const dates = useDates()
  const { id, name, timezone, week, holidays, days, archived } = calendar
  const own = days.map(day =>
    [dates.full(day.date), day.name, day.spans.map(words.span).join(t('comma')) || t('calendars.shut')].join(' '),
  )
  return (
    <Sheet
      title={name}
      mark={archived && <Chip>{t('archived')}</Chip>}
      onClose={onClose}
      foot={<LastChange subjectId={id} />}
      aside={<Meaning draft={draftOf(calendar)} />}
    >
      <FactList
        facts={[
          [t('calendars.week'), words.week(week)],
          [t('calendars.zone'), timezone],
          [t('holidays.title'), week && t(holidays ? 'calendars.holidaysKept' : 'calendars.holidaysNotKept')],
          [t('calendars.days'), own.join(t('calendars.between'))],
        ]}
      />
      <Archive calendar={calendar} onClose={onClose} />
    </Sheet>
  )
}

function Archive({ calendar, onClose }: Props): ReactNode {
  const { t } = useWords()
  const perform = useDo()
  const { id: calendarId, name, allowed } = calendar
  if (!allowed.includes('calendar.archive')) return null
  return (
    <ArchivePart
      title={t('calendars.end')}
      name={name}
      effect={t('calendars.archiveEffect')}
      sure={t('calendars.archiveSure', { name })}
      run={() => perform('calendar.archive', { calendarId })}
      onClose={onClose}
    />
  )
}
