import { useSay } from '@baton/ui'
import type { ReactNode } from 'react'
import { Sheet } from '../../forms/Sheet.tsx'
import { useDo } from '../../forms/useDo.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useWords } from '../words/index.ts'
import { CalendarFields } from './CalendarFields.tsx'
import { newDraft, sentOf } from './draft.ts'
import { Meaning } from './Meaning.tsx'
import { useDraft } from './useDraft.ts'

/** One more calendar: it begins with a usual week. */
export function NewCalendar({ timezone, onClose }: { timezone: string; onClose: () => void }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const form = useDraft(newDraft(timezone))
  const create = () =>
    void form.submit(async values => {
      const made = await perform('calendar.create', sentOf(values))
      onClose()
      say({ title: t('calendars.didCreate', { name: made.name }) })
    })
  return (
    <Sheet
      title={t('calendars.add')}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f('create'), busy: form.busy, run: create }}
      aside={<Meaning draft={form.values} />}
    >
      <CalendarFields form={form} isNew />
    </Sheet>
  )
}
