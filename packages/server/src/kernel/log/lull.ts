import { sql } from 'kysely'
import type { Db } from '../db.ts'
import { ensureCursors } from './cursors.ts'

/** No transaction is ever as high: a follower that stands there reads nothing. */
const beyond = '18446744073709551615'

/** Puts followers to rest while history is being written; whoever does so rouses them again. */
export async function lull(db: Db, names: readonly string[]): Promise<void> {
  await ensureCursors(db, names)
  await sql`update followers set lo = ${beyond}::xid8, hi = ${beyond}::xid8, seq = 0 where name = any(${names}::text[])`.execute(
    db,
  )
}

/** Lets them read all that has been written. */
export async function rouseAtTheBeginning(db: Db, names: readonly string[]): Promise<void> {
  await sql`update followers set lo = '0', hi = '0', seq = 0, moved_at = now() where name = any(${names}::text[])`.execute(
    db,
  )
}

/** Lets them go on with what comes from now on: the past was none of their business. */
export async function rouseFromNow(db: Db, names: readonly string[]): Promise<void> {
  await sql`update followers set lo = pg_snapshot_xmax(pg_current_snapshot()), hi = pg_snapshot_xmax(pg_current_snapshot()),
    seq = 0, moved_at = now() where name = any(${names}::text[])`.execute(db)
}
