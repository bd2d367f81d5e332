import { type RawBuilder, sql } from 'kysely'
import type { Db, TableName } from './db.ts'
import type { LockWait } from './kinds.ts'

/** How a kind of whole rows is locked: those of these ids, in order of id, as `R`. */
export function lockRows<R>(table: TableName): (tx: Db, ids: readonly string[], wait: LockWait) => Promise<R[]> {
  return async (tx, ids, wait) => {
    const { rows } = await sql<R>`
      select * from ${sql.table(table)} where id = any(${ids}::uuid[]) order by id for update ${orSkip(wait)}`.execute(
      tx,
    )
    return rows
  }
}

/** What follows `for update`: rows that another holds are waited for, or left out. */
export const orSkip = (wait: LockWait): RawBuilder<unknown> => (wait === 'skip' ? sql`skip locked` : sql``)
