import { sql } from 'kysely'
import type { Reading } from '../../kernel/kinds.ts'
import type { FileColumn, Told } from './column.ts'

/** Customers and files that own fields refer to; a customer with the number, by which files know them again. */
export async function namesIn<R extends Told>(
  { db }: Reading,
  rows: readonly R[],
  columns: readonly FileColumn<R>[],
): Promise<Map<string, string>> {
  const idsOf = (...kinds: string[]) => {
    const fields = columns.flatMap(({ own }) => (own && kinds.includes(own.spec.kind) ? [own.key] : []))
    return fields.flatMap(key => rows.flatMap(row => [row.fields[key] ?? []].flat() as string[]))
  }
  const [customers, files] = [idsOf('customer'), idsOf('files', 'pictures')]
  if (customers.length === 0 && files.length === 0) return new Map()
  const { rows: named } = await sql<{ id: string; name: string }>`
    select id, name || ' (' || number || ')' as name from customers where id = any(${customers}::uuid[])
    union all select id, name from files where id = any(${files}::uuid[])`.execute(db)
  return new Map(named.map(({ id, name }) => [id, name]))
}
