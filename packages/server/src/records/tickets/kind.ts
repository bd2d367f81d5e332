import { type EventName, surveyEvents, ticketEvents } from '@baton/contract'
import type { Kind } from '../../kernel/kinds.ts'
import { advanceTicket } from './clocks.ts'
import { plainTicket, ticketFields } from './fields.ts'
import { loadTickets, lockTickets } from './lock.ts'

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
}
