import type { Station, Waiting } from '@baton/contract'
import type { TicketRow } from '../../records/tickets/index.ts'

type Standing = Pick<
  TicketRow,
  'status' | 'run_state' | 'submitted_at' | 'acknowledged_at' | 'first_response_at' | 'solved_at' | 'closed_at'
>

/** How far a ticket has come, for its customer: five stations, each with the time at which it was reached. */
export function stationsOf(ticket: Standing): Station[] {
  const { acknowledged_at, first_response_at, submitted_at } = ticket
  const accepted = earlier(acknowledged_at, first_response_at)
  const [isSolved, isClosed] = [ticket.status === 'solved', ticket.status === 'closed' || ticket.status === 'merged']
  const at = [
    submitted_at,
    accepted,
    first_response_at ?? accepted,
    isSolved || (isClosed && ticket.run_state === 'running') ? ticket.solved_at : null,
    isClosed ? ticket.closed_at : null,
  ]
  const current = isClosed ? 4 : isSolved ? 3 : accepted ? 2 : 0
  return keys.map((key, index) => ({
    key,
    at: index <= current ? (at[index]?.toISOString() ?? null) : null,
    state: index < current ? 'done' : index === current ? 'current' : 'ahead',
  }))
}

const keys = ['submitted', 'accepted', 'processing', 'solved', 'closed'] as const

function earlier(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b
  return a < b ? a : b
}

type Pending = Pick<TicketRow, 'status' | 'run_state' | 'acknowledged_at' | 'first_response_at'>

/** What it waits for now; that it is handed on among ourselves is not the customer's business. */
export function waitingOf({ status, run_state, acknowledged_at, first_response_at }: Pending): Waiting {
  if (run_state === 'cancelled') return 'withdrawn'
  if (run_state === 'force_ended') return 'ended'
  if (run_state === 'paused') return 'pause'
  switch (status) {
    case 'new':
    case 'assigned':
      return earlier(acknowledged_at, first_response_at) ? 'us' : 'acceptance'
    case 'in_progress':
      return 'us'
    case 'pending_customer':
      return 'you'
    case 'on_hold':
      return 'others'
    case 'solved':
      return 'confirmation'
    case 'follow_up':
      return 'followUp'
    case 'closed':
    case 'merged':
      return 'nothing'
  }
}
