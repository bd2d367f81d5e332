import type { TicketRecord } from '@baton/contract'
import { Avatar, Chip, Icon } from '@baton/ui'
import { type MouseEvent, memo, type ReactNode } from 'react'
import { useLook } from '../frame/look.tsx'
import { HolderChip } from '../people/HolderChip.tsx'
import { ChannelIcon } from '../tickets/ChannelIcon.tsx'
import { ChooseBox } from '../tickets/ChooseBox.tsx'
import { Clock } from '../tickets/Clock.tsx'
import { useNow } from '../tickets/now.ts'
import row from '../tickets/Row.module.css'
import { Stars } from '../tickets/Stars.tsx'
import { StatusTag } from '../tickets/StatusTag.tsx'
import { UrgencyTag } from '../tickets/Urgency.tsx'
import { useWords } from '../words/Speaking.tsx'
import { useTimes } from '../words/times.ts'
import style from './Row.module.css'
import { addressIn, opensElsewhere } from './TicketsLink.tsx'

interface Props {
  ticket: TicketRecord
  top: number
  height: number
  position: number
  of: number
  view: string
  open: boolean
  current: boolean
  drafted: boolean
  onOpen: (number: string) => void
  onNear: (ticket: TicketRecord) => void
  /** Pressed down, and about to be opened. */
  onPress: (ticket: TicketRecord) => void
  onFar: () => void
  chosen: boolean
  /** At which place; with `reach` all that lies between it and the last one. Undefined where nothing is to be chosen. */
  onChoose: ((at: number, reach: boolean) => void) | undefined
}

/** One ticket at a glance: how urgent, what, who asks, what was said last, who has it, how long there is. */
export const Row = memo(function Row(props: Props): ReactNode {
  const { ticket, top, height, position, of, view, open, current, onOpen, onNear, onPress, onFar, chosen, onChoose } =
    props
  const { density } = useLook()
  const press = (event: MouseEvent) => {
    if (event.shiftKey && onChoose) {
      event.preventDefault()
      return onChoose(position - 1, true)
    }
    if (opensElsewhere(event)) return
    event.preventDefault()
    onOpen(ticket.number)
  }
  return (
    <li
      aria-posinset={position}
      aria-setsize={of}
      className={`${row.place} ${style.place}`}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      <a
        href={addressIn(view, ticket.number)}
        className={`${row.row} ${style.row}`}
        data-row={ticket.id}
        data-urgency={ticket.urgency}
        data-unread={ticket.unread || undefined}
        data-current={current || undefined}
        data-chosen={chosen || undefined}
        {...(open && { 'aria-current': 'true' as const })}
        onPointerDown={() => onPress(ticket)}
        onClick={press}
        onMouseEnter={() => onNear(ticket)}
        onMouseLeave={onFar}
        onFocus={() => onNear(ticket)}
      >
        <Subject {...props} />
        <LastWords ticket={ticket} />
        {density === 'roomy' && <Foot ticket={ticket} />}
      </a>
      {onChoose && <ChooseBox ticket={ticket} chosen={chosen} at={position - 1} onChoose={onChoose} />}
    </li>
  )
})

function Subject({ ticket, drafted }: Props): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const now = useNow()
  const { density } = useLook()
  return (
    <span className={style.line}>
      {ticket.unread && <span className={style.unread} role="img" aria-label={t('list.unread')} />}
      <span className="unseen">
        <UrgencyTag urgency={ticket.urgency} />
      </span>
      <span className={style.subject}>{ticket.subject}</span>
      {drafted && <span className={style.draft}>{t('list.draft')}</span>}
      {density === 'dense' && ticket.dueAt ? (
        <Clock ticket={ticket} small />
      ) : (
        <span className={style.time}>{times.ago(ticket.lastMessageAt ?? ticket.createdAt, now)}</span>
      )}
    </span>
  )
}

function LastWords({ ticket }: { ticket: TicketRecord }): ReactNode {
  const { t } = useWords()
  const { density } = useLook()
  return (
    <span className={style.line}>
      <span className={style.words}>
        {ticket.customer && <span className={style.customer}>{ticket.customer.name}</span>}
        {ticket.lastFrom === 'us' && <Icon name="reply" size={12} label={t('list.weSaid')} className={style.us} />}
        {ticket.lastWords}
      </span>
      {density === 'dense' && (
        <span className={style.end}>
          <StatusTag status={ticket.status} runState={ticket.runState} small />
          {ticket.assignee && <Avatar name={ticket.assignee.name} size={18} />}
        </span>
      )}
    </span>
  )
}

function Foot({ ticket }: { ticket: TicketRecord }): ReactNode {
  const { t } = useWords()
  return (
    <span className={style.foot}>
      <StatusTag status={ticket.status} runState={ticket.runState} small />
      <ChannelIcon channel={ticket.channel} />
      <Stars score={ticket.satisfaction} />
      <span className={style.holder}>
        <HolderChip ticket={ticket} />
      </span>
      <span className={style.tags}>
        {ticket.urgeCount > 0 && <Chip tone="orange">{t('ticket.urged', { count: ticket.urgeCount })}</Chip>}
        {ticket.tags.slice(0, 2).map(tag => (
          <Chip key={tag}>{tag}</Chip>
        ))}
      </span>
      <Clock ticket={ticket} small />
    </span>
  )
}
