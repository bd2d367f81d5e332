import type { Db } from '../db.ts'
import { inTransaction, type Transaction } from '../transaction.ts'

/** At most so many within so many seconds. */
export interface Pace {
  most: number
  seconds: number
}

/** Who shares these limits: everything under one key, over all processes. */
export interface Turn {
  key: string
  paces: readonly Pace[]
}

declare module '../db.ts' {
  interface Tables {
    paces: {
      key: string
      /** When those left that still count, in epoch milliseconds, the oldest first. */
      recent: number[]
      resting_until: Date | null
    }
  }
}

/**
 * Seconds until there is room for one more; 0 when there is. No stretch of `seconds` ever holds more than `most`. The
 * clocks of several processes differ a little, so what is a little ahead counts; what is far ahead, after a clock was set
 * back, does not.
 */
export function waitFor(recent: readonly number[], paces: readonly Pace[], now: number): number {
  const waits = paces.map(({ most, seconds }) => {
    const counting = recent.filter(at => Math.abs(at - now) < seconds * 1000)
    const oldest = counting.at(-most)
    return oldest === undefined ? 0 : (oldest + seconds * 1000 - now) / 1000
  })
  return Math.max(0, ...waits)
}

/** Takes a place in the turn, or answers in how many seconds to ask again. */
export async function takeTurn(
  desk: Parameters<typeof inTransaction>[0],
  { key, paces }: Turn,
  clock: () => Date,
): Promise<number> {
  const longest = Math.max(...paces.map(({ seconds }) => seconds)) * 1000
  return inTransaction(desk, async tx => {
    const row = await locked(tx, key)
    // Only now: whoever waited for the lock comes after those who had it.
    const at = clock().getTime()
    const resting = row.resting_until ? (row.resting_until.getTime() - at) / 1000 : 0
    const wait = Math.max(resting, waitFor(row.recent, paces, at))
    if (wait > 0) return wait
    const recent = [...row.recent.filter(before => Math.abs(before - at) < longest), at].sort((a, b) => a - b)
    await tx.db
      .updateTable('paces')
      .set({ recent: JSON.stringify(recent) as never, resting_until: null })
      .where('key', '=', key)
      .execute()
    return 0
  })
}

async function locked({ db }: Transaction, key: string) {
  const empty = { key, recent: JSON.stringify([]) as never, resting_until: null }
  await db
    .insertInto('paces')
    .values(empty)
    .onConflict(on => on.doNothing())
    .execute()
  return db.selectFrom('paces').selectAll().where('key', '=', key).forUpdate().executeTakeFirstOrThrow()
}

/** Nothing of this turn leaves before then. */
export async function rest(db: Db, key: string, until: Date): Promise<void> {
  await db.updateTable('paces').set({ resting_until: until }).where('key', '=', key).execute()
}
