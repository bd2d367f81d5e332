import { sql } from 'kysely'
import type { Db } from './db.ts'

/** What writing needs to know of the tables: which columns there are, of which type, and which of them hold JSON. */
export interface Schema {
  columnsOf(table: string): readonly string[]
  typeOf(table: string, column: string): string
  isJson(table: string, column: string): boolean
}

export async function loadSchema(db: Db): Promise<Schema> {
  const { rows } = await sql<{ table: string; column: string; type: string }>`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`.execute(db)
  const tables = new Map<string, Map<string, string>>()
  for (const { table, column, type } of rows) {
    const types = tables.get(table) ?? new Map<string, string>()
    tables.set(table, types.set(column, type))
  }
  const columns = new Map([...tables].map(([table, types]) => [table, [...types.keys()]]))
  const typeOf = (table: string, column: string) => tables.get(table)?.get(column) ?? 'unknown'
  return {
    columnsOf: table => columns.get(table) ?? [],
    typeOf,
    isJson: (table, column) => ['json', 'jsonb'].includes(typeOf(table, column)),
  }
}
