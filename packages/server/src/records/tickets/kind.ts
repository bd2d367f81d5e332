import { type EventName, surveyEvents, ticketEvents } from '@baton/contract'
import type { Kind } from '../../kernel/kinds.ts'
import { advanceTicket } from './clocks.ts'
import { plainTicket, ticketCatalogue, ticketColumns } from './fields.ts'
import { loadTickets, lockTickets } from './lock.ts'

/** Tickets as the shell knows them: locked after customers and before agents. */
export const ticketKind: Kind<'ticket'> = {
  name: 'ticket',
  table: 'tickets',
  rank: 20,
  lock: lockTickets,
  live: { announces: Object.keys({ ...ticketEvents, ...surveyEvents }) as EventName[], load: loadTickets },
  readGrant: 'ticket.get',
  plain: plainTicket,
  catalogue: () => ticketCatalogue,
  columns: () => ticketColumns,
  children: ticket => ticket.clocks.map(row => ({ table: 'clocks', row })),
  advance: advanceTicket,
}
