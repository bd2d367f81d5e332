import { canMove, isOpen, type Records, type TicketRecord } from '@baton/contract'
import { Skeleton, Wrong } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import { useNames } from '../../people/directory.ts'
import { useAsk } from '../../session/ask.ts'
import { useProblemText } from '../../session/problem-text.ts'
import { useWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { Decision } from '../dispatch/Decision.tsx'
import { Waiting } from '../dispatch/Waiting.tsx'
import { useNow } from '../now.ts'
import style from './TrackTab.module.css'

type Handover = Records['handover']

/** The way of the baton: who had it, since when, how long, and why it went on. */
export function TrackTab({ ticket }: { ticket: TicketRecord }): ReactNode {
  const { data, error } = useAsk('ticket.handovers', { id: ticket.id })
  const problemText = useProblemText()
  if (error && !data) return <Wrong>{problemText(error)}</Wrong>
  if (!data) return <Skeleton lines={['60%', '40%', '70%', '50%']} gap={16} />
  return (
    <ol className={style.track}>
      {data.items.map((handover, index) => (
        <Station
          key={handover.id}
          handover={handover}
          until={data.items[index + 1]?.at ?? (isOpen(ticket.status) ? null : (ticket.closedAt ?? ticket.solvedAt))}
          now={index === data.items.length - 1 && isOpen(ticket.status)}
        />
      ))}
      {canMove('ticket.dispatch', ticket) && (
        <li className={style.waiting}>
          <Waiting ticket={ticket} />
        </li>
      )}
    </ol>
  )
}

function Station({ handover, until, now }: { handover: Handover; until: string | null; now: boolean }): ReactNode {
  const { t, i18n } = useWords()
  const times = useTimes()
  const names = useNames()
  const moment = useNow()
  const person = names(handover.toAssigneeId)
  const department = names(handover.toDepartmentId)
  const seconds = ((until ? Date.parse(until) : moment) - Date.parse(handover.at)) / 1000
  const by = names(handover.actor.id)
  const verb = `did.${handover.verb}`
  const why = [handover.reason, handover.note].filter(Boolean).join(' · ')
  return (
    <li className={style.station} data-now={now || undefined}>
      <div className={style.holder}>
        {person ?? department ?? t('ticket.nobody')}
        {person && department && <span className={style.quiet}>{department}</span>}
      </div>
      <div className={style.quiet}>
        {i18n.exists(verb) ? t(verb as 'did.ticket.claim') : handover.verb}
        {by && by !== person && ` · ${by}`} · {t(`mode.${handover.mode}`)}
      </div>
      {why && <div className={style.why}>{why}</div>}
      {handover.decision && <WhyHere decision={handover.decision} />}
      <div className={style.quiet}>
        {times.moment(handover.at)} ·{' '}
        {now
          ? t('track.holding', { length: times.length(seconds) })
          : t('track.held', { length: times.length(seconds) })}
      </div>
    </li>
  )
}

function WhyHere({ decision }: { decision: NonNullable<Handover['decision']> }): ReactNode {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={style.ask} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('dispatch.why')}
      </button>
      {open && <Decision decision={decision} />}
    </>
  )
}
