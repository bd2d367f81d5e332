import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'

/**
 * Locks people in order of id, after the tickets: whatever adds to what somebody has in hand waits here, so that a
 * dispatch, which adds only up to the capacity, sees all that others have added. Empty places are left out.
 */
export async function lockPeople(tx: Db, ids: readonly (string | null | undefined)[]): Promise<void> {
  const wanted = ids.filter(id => typeof id === 'string')
  if (wanted.length === 0) return
  await sql`select id from agents where id = any(${wanted}::uuid[]) order by id for no key update`.execute(tx)
}
