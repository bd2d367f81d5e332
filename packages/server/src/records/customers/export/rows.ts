import { sql } from 'kysely'
import type { Reading } from '../../../kernel/kinds.ts'
import { type Ids, idsInOrder } from '../../exports/index.ts'
import { foundBy } from '../find.ts'
import { inScope, pointsOfCustomer } from '../kind.ts'
import type { CustomerRow } from '../tables.ts'
import { matching } from '../where.ts'

export type ExportRow = CustomerRow

interface Chosen {
  text: string | undefined
  /** A condition as it was sent. */
  where: unknown
}

/** The customers that the text finds and the condition holds for, or all, as far as the caller may see them and take them away: the newest first, as in the list. */
export const customersInOrder = (reading: Reading, { text, where }: Chosen): Promise<Ids> =>
  idsInOrder(
    reading.db,
    sql`select c.id, row_number() over (order by c.created_at desc, c.id desc) as n
      from customers c where ${allowed(reading)} and ${matching(where, reading)} and ${text ? foundBy(text) : sql`true`}`,
  )

/** Some customers as they stand now, in this order, as far as the caller may take them away. */
export async function exportRows(reading: Reading, ids: readonly string[]): Promise<ExportRow[]> {
  const { rows } = await sql<ExportRow>`
    select c.*, (select o.name from companies o where o.id = c.company_id) as company, ${pointsOfCustomer} as points
    from customers c where c.id = any(${ids}::uuid[]) and ${allowed(reading)}`.execute(reading.db)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

/** Each page asks anew: who was hidden meanwhile does not go out. */
const allowed = (reading: Reading) => sql`${inScope(reading)} and ${inScope(reading, 'customer.export')}`
