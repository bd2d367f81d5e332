import { sql } from 'kysely'
import { toSql } from '../../kernel/conditions/index.ts'
import { type Reading, scopeOf } from '../../kernel/kinds.ts'
import { ticketFields } from './fields.ts'
import { ticketKind } from './kind.ts'

/** The caller's part of the tickets, for every list, count and search: what one may not see is not there. */
export const inScope = (reading: Reading, grant = 'ticket.get') =>
  toSql(scopeOf(ticketKind, grant, reading), reading.picture.of(ticketFields).columns)

/** Which of these tickets exist for the caller. */
export async function visibleTickets(reading: Reading, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select t.id from tickets t left join customers c on c.id = t.customer_id
    where t.id = any(${ids}::uuid[]) and ${inScope(reading)}`.execute(reading.db)
  return new Set(rows.map(row => row.id))
}
