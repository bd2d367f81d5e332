import { sql } from 'kysely'
import type { Db } from '../db.ts'
import type { Cursor, LoggedEvent } from './event.ts'

export const batchSize = 200

/** The next rows in the cursor's window, by seq. */
export async function readWindow(db: Db, { lo, hi, seq }: Cursor, limit = batchSize): Promise<LoggedEvent[]> {
  if (lo === hi) return []
  const { rows } = await sql<LoggedEvent>`
    select seq, at, xid::text as xid, type, topic_id, subject_id, actor_kind, actor_id, actor_name, verb, cause_seq, depth, request_id, payload
    from events where xid >= ${lo}::xid8 and xid < ${hi}::xid8 and seq > ${seq}
    order by seq limit ${limit}`.execute(db)
  return rows
}

/** The oldest transaction that is still running: everything below it is over, committed or aborted. */
export async function horizon(db: Db): Promise<string> {
  const { rows } = await sql<{ xmin: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`.execute(db)
  return rows[0]?.xmin ?? '0'
}

/** The window after this one: from where it ended to the present horizon, from its first row on. */
export async function nextWindow(db: Db, cursor: Cursor): Promise<Cursor> {
  return { lo: cursor.hi, hi: await horizon(db), seq: 0 }
}

/** Whether rows wait above the horizon: committed, or about to be, and not readable yet. An aborted writer wakes nobody. */
export async function waitsAbove(db: Db, hi: string): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`select exists (select 1 from events where xid >= ${hi}::xid8) as waits`.execute(db)
  return rows[0]?.waits ?? false
}
