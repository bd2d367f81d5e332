import { sql } from 'kysely'
import type { Reading } from '../../../kernel/kinds.ts'
import { foundBy } from '../find.ts'
import { inScope, pointsOfCustomer } from '../kind.ts'
import type { CustomerRow } from '../tables.ts'

export type ExportRow = CustomerRow

/** So many customers are looked at in one statement, whatever is found among them: none takes long. */
const stretch = 20_000
const pageSize = 500

/**
 * The customers that the text finds, or all, as far as the caller may see them and take them away, in the order in which they
 * were made. Read in short statements, one after another: no snapshot is held while somebody downloads.
 */
export async function* exportPages(reading: Reading, text: string | undefined): AsyncGenerator<ExportRow[]> {
  for await (const ids of stretches(reading, text))
    for (let from = 0; from < ids.length; from += pageSize)
      yield await pageOf(reading, ids.slice(from, from + pageSize))
}

/** What was made after the beginning is none of them. */
export async function* stretches(reading: Reading, text: string | undefined): AsyncGenerator<string[]> {
  const { db } = reading
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const bound = await sql<{ id: string }>`
      select id from customers where id > ${after}::uuid order by id offset ${stretch - 1} limit 1`.execute(db)
    const end = bound.rows[0]?.id
    const { rows } = await sql<{ id: string }>`
      select c.id from customers c
      where c.id > ${after}::uuid and ${end ? sql`c.id <= ${end}::uuid` : sql`true`} and c.created_at <= ${reading.now}
        and ${allowed(reading)} and ${text ? foundBy(text) : sql`true`}
      order by c.id`.execute(db)
    yield rows.map(({ id }) => id)
    if (!end) return
    after = end
  }
}

async function pageOf(reading: Reading, ids: readonly string[]): Promise<ExportRow[]> {
  const { rows } = await sql<ExportRow>`
    select c.*, (select o.name from companies o where o.id = c.company_id) as company, ${pointsOfCustomer} as points
    from customers c where c.id = any(${ids}::uuid[]) and ${allowed(reading)} order by c.id`.execute(reading.db)
  return rows
}

/** Each stretch, and each page of it, asks anew: who was hidden meanwhile does not go out. */
const allowed = (reading: Reading) => sql`${inScope(reading)} and ${inScope(reading, 'customer.export')}`
