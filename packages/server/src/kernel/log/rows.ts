import { sql } from 'kysely'
import type { Desk } from '../desk.ts'
import { inTransaction, type Transaction } from '../transaction.ts'
import type { Cursor, LoggedEvent } from './event.ts'
import type { RowFollower } from './follower.ts'
import { moveCursor } from './cursors.ts'
import { park, splitParked, Tries } from './parking.ts'
import type { Windows } from './windows.ts'

/** Feeds a row-writing follower one batch; answers where it stands now, or undefined when another process feeds it. */
export async function feedRows(desk: Desk, follower: RowFollower, windows: Windows, tries: Tries): Promise<Cursor | undefined> {
  return inTransaction(desk, async tx => {
    const cursor = await lockCursor(tx, follower.name)
    if (!cursor) return undefined
    const batch = await windows.after(cursor)
    const careful = tries.isTroubled(follower.name)
    const events = careful ? batch.events.slice(0, 1) : batch.events
    const last = events.at(-1)
    if (!last) return cursor
    await write(desk, follower, tx, events, tries)
    const moved = { ...batch.cursor, seq: last.seq }
    await moveCursor(tx.db, follower.name, moved, desk.clock())
    return moved
  })
}

async function write(desk: Desk, follower: RowFollower, tx: Transaction, events: readonly LoggedEvent[], tries: Tries): Promise<void> {
  const heard = events.filter(event => (follower.hears as readonly string[]).includes(event.type))
  if (heard.length === 0) return
  const { free, behind } = await splitParked(tx.db, follower.name, heard)
  for (const event of behind) await park(tx.db, follower.name, event, 'an earlier event of the same topic is parked')
  const [first] = free
  if (!first) return
  if (tries.isSpent(follower.name, first.seq)) {
    await park(tx.db, follower.name, first, tries.errorOf(follower.name))
    desk.log.error({ follower: follower.name, seq: first.seq }, 'an event is parked')
    return
  }
  try {
    await follower.write(tx, free, desk)
    tries.settled(follower.name)
  } catch (error) {
    tries.failed(follower.name, first.seq, error)
    throw error
  }
}

async function lockCursor({ db }: Transaction, name: string): Promise<Cursor | undefined> {
  const { rows } = await sql<Cursor>`
    select lo::text as lo, hi::text as hi, seq from followers where name = ${name} for update skip locked`.execute(db)
  return rows[0]
}
