import { type EventName, surveyEvents, ticketEvents } from '@baton/contract'
import type { Draft } from '../../kernel/draft.ts'
import type { Kind } from '../../kernel/kinds.ts'
import { asBegun } from './begun.ts'
import { advanceTicket } from './clocks.ts'
import { plainTicket, ticketFields } from './fields.ts'
import { loadTickets, lockTickets } from './lock.ts'
import type { ClockRow, LockedTicket } from './ticket.ts'

/** Tickets as the shell knows them: locked after customers and before agents. */
export const ticketKind: Kind<'ticket'> = {
  name: 'ticket',
  table: 'tickets',
  rank: 20,
  lock: lockTickets,
  live: { announces: Object.keys({ ...ticketEvents, ...surveyEvents }) as EventName[], load: loadTickets },
  readGrant: 'ticket.get',
  plain: (row, picture) => plainTicket(row, picture.of(ticketFields)),
  catalogue: picture => picture.of(ticketFields).catalogue,
  columns: picture => picture.of(ticketFields).columns,
  children: ticket => ticket.clocks.map(row => ({ table: 'clocks', row })),
  advance: advanceTicket,
  after: ticketAfter,
}

/** With the clocks that have begun since; another customer brings a level of their own, which only the tables tell. */
function ticketAfter(ticket: LockedTicket, draft: Draft): LockedTicket | undefined {
  const row = (draft.row('tickets', ticket.id) ?? ticket) as unknown as LockedTicket
  if (row.customer_id !== ticket.customer_id) return undefined
  const known = new Set(ticket.clocks.map(({ id }) => id))
  const begun = draft.added.filter(
    add => add.table === 'clocks' && add.row.ticket_id === ticket.id && !known.has(String(add.row.id)),
  )
  const kept = ticket.clocks.map(clock => ({ ...clock, ...draft.row('clocks', clock.id) }) as ClockRow)
  return { ...row, clocks: [...kept, ...begun.map(add => asBegun(add.row))] }
}
