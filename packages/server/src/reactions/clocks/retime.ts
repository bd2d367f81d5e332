import { openStatuses } from '@baton/contract'
import { sql } from 'kysely'
import type { Picture } from '../../kernel/configuration.ts'
import type { Desk } from '../../kernel/desk.ts'
import { Problem } from '../../kernel/problems.ts'
import { done, set, tell } from '../../kernel/steps.ts'
import { type LockedTicket, loadTickets, nothing, ticketVerb } from '../../records/tickets/index.ts'
import { inLine } from './react.ts'

/**
 * Says of a ticket that it is promised otherwise, after policies, calendars or holidays have changed; what follows for its clocks
 * is the reaction's, as after any other event.
 */
export const retimeTicket = ticketVerb('ticket.retime', {
  decide(ticket, _input, { now, picture }) {
    if (isInLine(ticket, { now, picture })) return nothing(ticket)
    return done(ticket.id, [
      set('tickets', ticket.id, { updated_at: now }),
      tell('ticket.retimed', ticket.id, ticket.id, {}),
    ])
  },
})

const atOnce = 500
/** Under way at once: people need the other connections. */
const lanes = 2

/**
 * Every open ticket, page by page. Most are promised what they were: only those for which a look
 * without a lock says otherwise are locked, and look for themselves.
 */
export async function retimeAll(desk: Desk): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<{ id: string }>`
      select id from tickets where status = any(${[...openStatuses]}::text[]) and id > ${after}::uuid
      order by id limit ${atOnce}`.execute(desk.db)
    const ids = rows.map(({ id }) => id)
    const waiting = await promisedOtherwise(desk, ids)
    const lane = async () => {
      for (let id = waiting.pop(); id; id = waiting.pop()) await retime(desk, id)
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    const last = ids.at(-1)
    if (!last || ids.length < atOnce) return
    after = last
  }
}

/** Ended meanwhile, nothing is promised any more. */
const retime = (desk: Desk, ticketId: string): Promise<unknown> =>
  desk.perform('ticket.retime', { ticketId }, { caller: desk.systemCaller('clocks') }).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error
  })

async function promisedOtherwise(desk: Desk, ids: readonly string[]): Promise<string[]> {
  const picture = await desk.configuration.current()
  const tickets = await loadTickets(desk.db, ids)
  const at = { now: desk.clock(), picture }
  return tickets.filter(ticket => !isInLine(ticket, at)).map(({ id }) => id)
}

const isInLine = (ticket: LockedTicket, at: { now: Date; picture: Picture }): boolean =>
  inLine(ticket, ticket.clocks, { ...at, events: [] }).length === 0
