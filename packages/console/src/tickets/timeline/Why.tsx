import type { DispatchDecision, TimelineItem } from '@baton/contract'
import type { ReactNode } from 'react'
import { useNames } from '../../people/directory.ts'
import { useAsk } from '../../session/ask.ts'
import { useWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { Decision } from '../dispatch/Decision.tsx'
import { useValueWords } from './values.ts'
import style from './Why.module.css'

interface Change {
  field: string
  from: unknown
  to: unknown
}

/** "Why did it come here?": the verb, who did it, the reason that was given, how it came about, what it changed. */
export function Why({ item }: { item: TimelineItem }): ReactNode {
  const { t, i18n } = useWords()
  const times = useTimes()
  const names = useNames()
  const valueWords = useValueWords()
  const { payload } = item
  const text = (name: string) =>
    typeof payload[name] === 'string' && payload[name] ? String(payload[name]) : undefined
  const holder = (name: string) => {
    const held = payload[name] as { departmentId: string | null; assigneeId: string | null } | undefined
    return held && [names(held.departmentId), names(held.assigneeId)].filter(Boolean).join(' / ')
  }
  const mode = text('mode')
  const word = (key: string) => (i18n.exists(key) ? t(key as 'mode.manual') : undefined)
  const changes = Array.isArray(payload.changes)
    ? (payload.changes as Change[]).filter(change => word(`field.${change.field}`))
    : []
  const lines: [string, string | undefined][] = [
    [t('why.verb'), word(`verb.${item.verb}`) ?? item.verb],
    [t('why.actor'), item.actor.name || t(`actor.${item.actor.kind as 'system'}`, { defaultValue: item.actor.kind })],
    [t('why.through'), item.through?.name],
    [t('why.at'), times.full(item.at)],
    [t('why.from'), holder('from')],
    [t('why.to'), holder('to')],
    [t('why.mode'), mode && (word(`mode.${mode}`) ?? mode)],
    [t('why.reason'), text('reason')],
    [t('why.note'), text('note')],
    [t('why.result'), text('result')],
    [t('why.error'), text('error')],
    ...changes.flatMap(({ field, from, to }): [string, string][] => {
      const [before, after] = [valueWords(field, from), valueWords(field, to)]
      // What has no name here (a policy) is told by the sentence above.
      return before === after ? [] : [[word(`field.${field}`) ?? field, `${before} → ${after}`]]
    }),
  ]
  return (
    <div className={style.why}>
      {item.verb === 'ticket.dispatch' && <Dispatched item={item} />}
      <dl>
        {lines
          .filter(([, value]) => value)
          .map(([name, value], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one event never move
            <div key={index} className={style.line}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </div>
  )
}

/** The choice behind an automatic hand-over; one that found nobody carries it itself. */
function Dispatched({ item }: { item: TimelineItem }): ReactNode {
  const { data } = useAsk('ticket.handovers', { id: item.ticketId ?? '' })
  const told = item.payload.decision as DispatchDecision | undefined
  const decision = told ?? data?.items.find(({ at, verb }) => verb === item.verb && at === item.at)?.decision
  return decision ? <Decision decision={decision} /> : null
}
