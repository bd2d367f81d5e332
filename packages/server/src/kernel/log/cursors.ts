import { sql } from 'kysely'
import type { Db } from '../db.ts'
import type { Cursor } from './event.ts'

/** New followers begin at the beginning of the log, so a follower added later catches up. */
export async function ensureCursors(db: Db, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await sql`insert into followers (name, lo, hi, seq) values (${name}, '0', '0', 0) on conflict (name) do nothing`.execute(
      db,
    )
  }
}

export async function readCursor(db: Db, name: string): Promise<Cursor | undefined> {
  const { rows } =
    await sql<Cursor>`select lo::text as lo, hi::text as hi, seq from followers where name = ${name}`.execute(db)
  return rows[0]
}

/** Undefined while another process feeds this follower. */
export async function lockCursor(db: Db, name: string): Promise<Cursor | undefined> {
  const { rows } = await sql<Cursor>`
    select lo::text as lo, hi::text as hi, seq from followers where name = ${name} for update skip locked`.execute(db)
  return rows[0]
}

export async function moveCursor(db: Db, name: string, cursor: Cursor, now: Date): Promise<void> {
  await sql`update followers set lo = ${cursor.lo}::xid8, hi = ${cursor.hi}::xid8, seq = ${cursor.seq}, moved_at = ${now}
    where name = ${name}`.execute(db)
}

/** Moves a cursor over events that its follower does not hear; undefined when somebody else has moved it meanwhile. */
export async function skipTo(
  db: Db,
  name: string,
  process: string,
  from: Cursor,
  to: Cursor,
): Promise<Cursor | undefined> {
  const { rows } = await sql`
    update followers set lo = ${to.lo}::xid8, hi = ${to.hi}::xid8, seq = ${to.seq}, moved_at = now()
    where name = ${name} and lo = ${from.lo}::xid8 and hi = ${from.hi}::xid8 and seq = ${from.seq}
      and (leased_by is null or leased_by = ${process} or leased_until < now()) returning name`.execute(db)
  return rows.length > 0 ? to : undefined
}

export const sameCursor = (a: Cursor, b: Cursor): boolean => a.lo === b.lo && a.hi === b.hi && a.seq === b.seq

/** After a crash its work lies still for so long. */
export const leaseSeconds = 10

/** Only one process does a verb-making follower's work at a time; a dead one's lease runs out. */
export async function leaseCursor(db: Db, name: string, process: string): Promise<Cursor | undefined> {
  const { rows } = await sql<Cursor>`
    update followers set leased_by = ${process}, leased_until = now() + make_interval(secs => ${leaseSeconds})
    where name = ${name} and (leased_by = ${process} or leased_until is null or leased_until < now())
    returning lo::text as lo, hi::text as hi, seq`.execute(db)
  return rows[0]
}

/** Moves the cursor and renews the lease; false when another process has taken it over meanwhile. */
export async function moveLeased(db: Db, name: string, process: string, cursor: Cursor, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update followers set lo = ${cursor.lo}::xid8, hi = ${cursor.hi}::xid8, seq = ${cursor.seq}, moved_at = ${now},
      leased_until = now() + make_interval(secs => ${leaseSeconds})
    where name = ${name} and leased_by = ${process} returning name`.execute(db)
  return rows.length > 0
}

export async function releaseCursors(db: Db, process: string): Promise<void> {
  await sql`update followers set leased_by = null, leased_until = null where leased_by = ${process}`.execute(db)
}
