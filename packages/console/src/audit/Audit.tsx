import { Combobox, Empty, More, Select } from '@baton/ui'
import { type ReactNode, useMemo, useState } from 'react'
import { useFormWords } from '../forms/words/index.ts'
import { Asked } from '../lists/Asked.tsx'
import { usePersonOptions } from '../people/usePersonOptions.tsx'
import { usePages } from '../session/ask.ts'
import { PageHead } from '../settings/PageHead.tsx'
import { useWords } from '../settings/words/index.ts'
import { useWords as useSharedWords } from '../words/Speaking.tsx'
import style from './Audit.module.css'
import { AuditLines } from './AuditLines.tsx'

const kinds = [
  'session',
  'agent',
  'department',
  'role',
  'category',
  'requestType',
  'calendar',
  'holidays',
  'mailbox',
  'settings',
  'apiKey',
  'view',
] as const
type Kind = (typeof kinds)[number]

/** Who did what to the desk, and when: every change of its arrangements and everybody who came in. */
export function Audit(): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const { t: shared } = useSharedWords()
  const people = usePersonOptions()
  const [actorId, setActor] = useState<string | null>(null)
  const [kind, setKind] = useState<Kind | ''>('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const input = useMemo(
    () => ({
      ...(actorId && { actorId }),
      ...(kind && { type: kind }),
      ...(from && { from: startOf(from, 0) }),
      ...(to && { to: startOf(to, 1) }),
    }),
    [actorId, kind, from, to],
  )
  const query = usePages('audit.list', input)
  return (
    <>
      <PageHead
        page="audit"
        tools={
          <>
            <div>
              <Combobox
                label={t('audit.byActor')}
                options={people}
                value={actorId}
                onChange={setActor}
                placeholder={t('audit.byActor')}
                emptyText={f('noMatch')}
                clearLabel={shared('word.clear')}
              />
            </div>
            <Select<Kind | ''>
              label={t('audit.byKind')}
              value={kind}
              onChange={setKind}
              options={[
                { value: '', label: t('audit.everything') },
                ...kinds.map(value => ({ value, label: t(`kind.${value}`) })),
              ]}
            />
            <span className={style.period}>
              <input
                type="date"
                className={`picker ${style.date}`}
                aria-label={t('audit.from')}
                max={to || undefined}
                value={from}
                onChange={event => setFrom(event.target.value)}
              />
              <span>–</span>
              <input
                type="date"
                className={`picker ${style.date}`}
                aria-label={t('audit.to')}
                min={from || undefined}
                value={to}
                onChange={event => setTo(event.target.value)}
              />
            </span>
          </>
        }
      />
      <Asked query={query} rows={8}>
        {({ pages }) => {
          const events = pages.flatMap(page => page.items)
          if (events.length === 0) return <Empty icon="search" title={t('audit.none')} hint={t('audit.noneHint')} />
          return (
            <>
              <AuditLines events={events} label={shared('settings.audit')} byDay />
              <More
                more={query.hasNextPage}
                busy={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
                label={f('more')}
              />
            </>
          )
        }}
      </Asked>
    </>
  )
}

/** Midnight of a day here, or of the one after it. */
function startOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later).toISOString()
}
