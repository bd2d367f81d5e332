import { sql } from 'kysely'
import { toSql } from '../../kernel/conditions/index.ts'
import { type Kind, type Reading, scopeOf } from '../../kernel/kinds.ts'
import { cursorForms, cursorKey, read, toCursor } from '../../kernel/read.ts'
import { deliveryKind } from './kind.ts'
import { presentDeliveries } from './present.ts'

/** What left or should leave, newest first: of the tickets that the caller may see, and what is about no ticket. */
export const listDeliveries = read('delivery.list', async (reading, { ticketId, status, cursor, limit }) => {
  const key = cursorKey(cursor, [cursorForms.time, cursorForms.id])
  const after = key ? sql`(d.created_at, d.id) < (${key[0]}::timestamptz, ${key[1]}::uuid)` : sql`true`
  const { rows } = await sql<{ id: string; at: string }>`
    select d.id, d.created_at::text as at from deliveries d left join tickets t on t.id = d.topic_id left join customers c on c.id = t.customer_id
    where ${inScope(reading)} and ${after}
      and ${ticketId ? sql`d.topic_id = ${ticketId}` : sql`true`}
      and ${status ? isOneOf(status) : sql`true`}
    order by d.created_at desc, d.id desc limit ${limit + 1}`.execute(reading.db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await presentDeliveries(
      reading,
      shown.map(row => row.id),
    ),
    nextCursor: rows.length > limit && last ? toCursor([last.at, last.id]) : null,
  }
})

/** Both must be granted: to see deliveries, and to see the ticket. */
export function inScope(reading: Reading) {
  const tickets = reading.kind('ticket')
  const theirs = toSql(scopeOf(tickets, tickets.readGrant, reading), tickets.columns(reading.picture))
  const own = toSql(scopeOf(deliveryKind as Kind, 'delivery.list', reading), deliveryKind.columns(reading.picture))
  return sql`((t.id is null or ${theirs}) and ${own})`
}

/** What is not settled has an index of its own, which a literal alone can name. */
const isOneOf = (statuses: readonly string[]) =>
  statuses.includes('sent') || statuses.includes('suppressed')
    ? sql`d.status = any(${statuses}::text[])`
    : sql`d.status = any(${statuses}::text[]) and d.status <> 'sent' and d.status <> 'suppressed'`
