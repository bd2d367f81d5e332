import { sql } from 'kysely'
import type { Db } from '../db.ts'
import type { Cursor } from './event.ts'

/** New followers begin at the beginning of the log, so a follower added later catches up. */
export async function ensureCursors(db: Db, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await sql`insert into followers (name, lo, hi, seq) values (${name}, '0', '0', 0) on conflict (name) do nothing`.execute(db)
  }
}

export async function moveCursor(db: Db, name: string, cursor: Cursor, now: Date): Promise<void> {
  await sql`update followers set lo = ${cursor.lo}::xid8, hi = ${cursor.hi}::xid8, seq = ${cursor.seq}, moved_at = ${now}
    where name = ${name}`.execute(db)
}

const leaseSeconds = 30

/** Only one process does a verb-making follower's work at a time; a dead one's lease runs out. */
export async function leaseCursor(db: Db, name: string, process: string): Promise<Cursor | undefined> {
  const { rows } = await sql<Cursor>`
    update followers set leased_by = ${process}, leased_until = now() + make_interval(secs => ${leaseSeconds})
    where name = ${name} and (leased_by = ${process} or leased_until is null or leased_until < now())
    returning lo::text as lo, hi::text as hi, seq`.execute(db)
  return rows[0]
}

export async function releaseCursors(db: Db, process: string): Promise<void> {
  await sql`update followers set leased_by = null, leased_until = null where leased_by = ${process}`.execute(db)
}
