import { sql } from 'kysely'
import type { Reading } from '../../../kernel/kinds.ts'
import type { Order } from '../order.ts'
import { type Selection, selected } from '../select.ts'
import { inScope } from '../visible.ts'

/** Which tickets: those that are named, or all that are chosen. */
export type Chosen = { ticketIds: readonly string[] } | { selection: Selection }

/** The ids of many tickets in their order, sixteen bytes each: a million of them are 16 MB. */
export interface Ids {
  count: number
  /** Those from one place up to another. */
  part(from: number, to: number): string[]
}

/** So many ids come in one row. */
const together = 10_000

/**
 * The chosen tickets in an order, as they stand at one instant. One statement that writes nothing holds back neither the
 * log nor anybody else; by pages, a ticket that moves meanwhile would be met twice or never.
 */
export async function idsInOrder(reading: Reading, chosen: Chosen, { by }: Order): Promise<Ids> {
  const which =
    'ticketIds' in chosen
      ? sql`t.id = any(${chosen.ticketIds}::uuid[]) and ${inScope(reading, 'ticket.list')}`
      : await selected(reading, chosen.selection)
  const { rows } = await sql<{ ids: Buffer }>`
    select string_agg(uuid_send(x.id), ''::bytea order by x.n) as ids
    from (select t.id, row_number() over (order by ${by}) as n
      from tickets t left join customers c on c.id = t.customer_id where ${which}) x
    group by (x.n - 1) / ${together}::int order by min(x.n)`.execute(reading.db)
  const bytes = Buffer.concat(rows.map(({ ids }) => ids))
  const count = bytes.length / 16
  return {
    count,
    part: (from, to) =>
      Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, at) => idAt(bytes, (from + at) * 16)),
  }
}

function idAt(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
