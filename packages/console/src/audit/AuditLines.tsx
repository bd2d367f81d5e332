import type { Records } from '@baton/contract'
import { Avatar, Icon } from '@baton/ui'
import type { ReactNode } from 'react'
import { useWords } from '../settings/words/index.ts'
import { useWords as useSharedWords } from '../words/Speaking.tsx'
import { useTimes } from '../words/times.ts'
import style from './Audit.module.css'
import { type Change, Changes } from './Changes.tsx'

export type AuditEvent = Records['event']

interface Props {
  events: readonly AuditEvent[]
  label: string
  /** Days stand between the lines, which then tell the hour only. */
  byDay?: boolean
}

/** What was done to the desk, a sentence a line; a change opens to what was and what is. */
export function AuditLines({ events, label, byDay = false }: Props): ReactNode {
  const times = useTimes()
  if (!byDay) return <Lines events={events} label={label} time={times.moment} />
  const days = Map.groupBy(events, event => times.day(event.at))
  return [...days].map(([day, inside]) => (
    <section key={day} aria-label={day}>
      <h2 className={style.day}>{day}</h2>
      <Lines events={inside} label={`${label} · ${day}`} time={times.clock} />
    </section>
  ))
}

function Lines({ events, label, time }: Omit<Props, 'byDay'> & { time: (iso: string) => string }): ReactNode {
  return (
    <ul className={style.lines} aria-label={label}>
      {events.map(event => (
        <Line key={event.seq} event={event} time={time(event.at)} />
      ))}
    </ul>
  )
}

function Line({ event, time }: { event: AuditEvent; time: string }): ReactNode {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const times = useTimes()
  const changes = Array.isArray(event.payload.changes) ? (event.payload.changes as Change[]) : []
  return (
    <li className={style.line}>
      <span className={style.avatar}>
        {event.actor.kind === 'person' ? (
          <Avatar name={event.actor.name} size={20} />
        ) : (
          <Icon
            name={event.actor.kind === 'key' ? 'key' : event.actor.kind === 'outside' ? 'globe' : 'settings'}
            size={18}
          />
        )}
      </span>
      <div className={style.text}>
        {changes.length > 0 ? (
          <details className={style.changes}>
            <summary>
              {event.text}
              <Icon name="right" size={12} label={t('audit.changes')} />
            </summary>
            <Changes changes={changes} />
          </details>
        ) : (
          event.text
        )}
        {event.through && (
          <span className={style.through}>{shared('timeline.through', { name: event.through.name })}</span>
        )}
      </div>
      <time className={style.time} dateTime={event.at} data-hint={times.full(event.at)}>
        {time}
      </time>
    </li>
  )
}
