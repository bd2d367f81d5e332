import { notFound } from '../../kernel/problems.ts'
import { read } from '../../kernel/read.ts'
import { loadTickets, ticketIdOf } from '../../records/tickets/index.ts'
import { decisionOn } from './dispatch.ts'

/** Whom a dispatch would choose now, and why not the others: for whoever dispatches by hand, or wonders why it waits. */
export const listCandidates = read('ticket.candidates', async (reading, { id }) => {
  const [ticket] = await loadTickets(reading.db, [await ticketIdOf(reading, { id })])
  if (!ticket) throw notFound()
  return { ...(await decisionOn(reading.db, ticket, reading)) }
})
