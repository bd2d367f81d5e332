import { openStatuses } from '@baton/contract'
import { sql } from 'kysely'
import type { Desk } from '../../kernel/desk.ts'
import { Problem } from '../../kernel/problems.ts'
import { done, set } from '../../kernel/steps.ts'
import { nothing, ticketVerb } from '../../records/tickets/index.ts'
import { inLine } from './react.ts'

/** Reckons a ticket's promises anew, after policies, calendars or holidays have changed. */
export const retimeTicket = ticketVerb('ticket.retime', {
  decide(ticket, _input, { now, picture }) {
    const steps = inLine(ticket, ticket.clocks, { now, picture, events: [] })
    if (steps.length === 0) return nothing(ticket)
    return done(ticket.id, [...steps, set('tickets', ticket.id, { updated_at: now })])
  },
})

const atOnce = 500

/** Every open ticket, page by page: each looks for itself whether anything is promised otherwise now. */
export async function retimeAll(desk: Desk): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<{ id: string }>`
      select id from tickets where status = any(${[...openStatuses]}::text[]) and id > ${after}::uuid
      order by id limit ${atOnce}`.execute(desk.db)
    for (const { id } of rows) {
      // Ended meanwhile: nothing is promised any more.
      await desk.perform('ticket.retime', { ticketId: id }, { caller: desk.systemCaller('clocks') }).catch(error => {
        if (!(error instanceof Problem)) throw error
      })
    }
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return
    after = last.id
  }
}
