import { sql } from 'kysely'
import type { Reading } from '../../../kernel/kinds.ts'
import { type Ids, idsInOrder } from '../../exports/index.ts'
import type { Order } from '../order.ts'
import { type Selection, selected } from '../select.ts'
import { inScope } from '../visible.ts'

/** Which tickets: those that are named, or all that are chosen. */
export type Chosen = { ticketIds: readonly string[] } | { selection: Selection }

/** The chosen tickets in an order. */
export async function ticketsInOrder(reading: Reading, chosen: Chosen, { by }: Order): Promise<Ids> {
  const which =
    'ticketIds' in chosen
      ? sql`t.id = any(${chosen.ticketIds}::uuid[]) and ${inScope(reading, 'ticket.list')}`
      : await selected(reading, chosen.selection)
  return idsInOrder(
    reading.db,
    sql`select t.id, row_number() over (order by ${by}) as n
      from tickets t left join customers c on c.id = t.customer_id where ${which}`,
  )
}
