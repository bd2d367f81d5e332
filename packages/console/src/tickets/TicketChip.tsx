import type { TicketRecord } from '@baton/contract'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTimes } from '../words/times.ts'
import { allView } from '../workspace/shipped.ts'
import { TicketsLink } from '../workspace/TicketsLink.tsx'
import { StatusTag } from './StatusTag.tsx'
import style from './TicketChip.module.css'

type Shown = Pick<TicketRecord, 'number' | 'subject'> & Partial<Pick<TicketRecord, 'status' | 'runState' | 'createdAt'>>

/** A ticket named elsewhere: its state, its subject, its number; a click opens it. */
export function TicketChip({ ticket }: { ticket: Shown }): ReactNode {
  const times = useTimes()
  const { view = allView } = useParams({ strict: false })
  return (
    <TicketsLink className={style.chip} view={view} number={ticket.number}>
      {ticket.status && <StatusTag status={ticket.status} runState={ticket.runState ?? 'running'} small />}
      <span className={style.words}>
        <span className={style.subject}>{ticket.subject}</span>
        <span className={style.under}>
          {ticket.number}
          {ticket.createdAt && ` · ${times.moment(ticket.createdAt)}`}
        </span>
      </span>
    </TicketsLink>
  )
}
