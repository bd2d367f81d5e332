import type { Desk } from '../desk.ts'
import { inLazyTransaction, type Transaction } from '../transaction.ts'
import { lockCursor, moveCursor, readCursor, sameCursor } from './cursors.ts'
import type { Cursor, LoggedEvent } from './event.ts'
import type { RowFollower } from './follower.ts'
import { park, splitParked, type Tries } from './parking.ts'
import type { Windows } from './windows.ts'

/**
 * Feeds a row-writing follower one batch, from where it stands or, when it hears nothing in between, from further `ahead`;
 * answers where it stands now, or undefined when another process feeds it. The
 * batch is read before the transaction begins: were every follower to hold one connection and wait for a second, all
 * would stand still.
 */
export async function feedRows(
  desk: Desk,
  follower: RowFollower,
  windows: Windows,
  tries: Tries,
  stood?: Cursor,
  ahead?: Cursor,
): Promise<Cursor | undefined> {
  const from = stood ?? (await readCursor(desk.db, follower.name))
  if (!from) return undefined
  const batch = await windows.after(ahead ?? from)
  const isHeard = ({ type }: LoggedEvent) => (follower.hears as readonly string[]).includes(type)
  const events = tries.isTroubled(follower.name) ? throughFirst(batch.events, isHeard) : batch.events
  const last = events.at(-1)
  if (!last) return from
  return inLazyTransaction(desk, async tx => {
    const cursor = await lockCursor(tx.db, follower.name)
    if (!cursor || !sameCursor(cursor, from)) return cursor
    await write(desk, follower, tx, events.filter(isHeard), tries)
    const moved = { ...batch.cursor, seq: last.seq }
    await moveCursor(tx.db, follower.name, moved, desk.clock())
    return moved
  })
}

/** After a failure events are fed one by one, so that the poisonous one is found and the others pass. */
function throughFirst(
  events: readonly LoggedEvent[],
  isHeard: (event: LoggedEvent) => boolean,
): readonly LoggedEvent[] {
  const at = events.findIndex(isHeard)
  return at < 0 ? events : events.slice(0, at + 1)
}

async function write(
  desk: Desk,
  follower: RowFollower,
  tx: Transaction,
  heard: readonly LoggedEvent[],
  tries: Tries,
): Promise<void> {
  const { free, behind } = await splitParked(tx.db, follower.name, heard)
  for (const event of behind) await park(tx.db, follower.name, event, 'an earlier event of the same topic is parked')
  const last = heard.at(-1)
  if (last) tx.afterCommit(() => tries.settled(follower.name, last.seq))
  const [first] = free
  if (!first) return
  if (tries.isSpent(follower.name, first.seq)) {
    await park(tx.db, follower.name, first, tries.errorOf(follower.name))
    desk.log.error({ follower: follower.name, seq: first.seq }, 'an event is parked')
    return
  }
  try {
    await follower.write(tx, free, desk)
  } catch (error) {
    tries.failed(follower.name, free, error)
    throw error
  }
}
