import { sql } from 'kysely'
import type { Db } from './db.ts'

/** What writing needs to know of the tables: which columns there are, and which of them hold JSON. */
export interface Schema {
  columnsOf(table: string): readonly string[]
  isJson(table: string, column: string): boolean
}

export async function loadSchema(db: Db): Promise<Schema> {
  const { rows } = await sql<{ table: string; column: string; json: boolean }>`
    select c.relname as "table", a.attname as "column", a.atttypid in ('json'::regtype, 'jsonb'::regtype) as json
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`.execute(db)
  const columns = new Map<string, string[]>()
  const json = new Map<string, Set<string>>()
  for (const row of rows) {
    columns.set(row.table, [...(columns.get(row.table) ?? []), row.column])
    if (row.json) json.set(row.table, (json.get(row.table) ?? new Set()).add(row.column))
  }
  return {
    columnsOf: table => columns.get(table) ?? [],
    isJson: (table, column) => json.get(table)?.has(column) ?? false,
  }
}
