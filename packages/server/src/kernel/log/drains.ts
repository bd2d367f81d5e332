import type { Desk } from '../desk.ts'
import { leaseCursor, moveLeased, sameCursor } from './cursors.ts'
import type { Cursor } from './event.ts'
import type { DrainFollower } from './follower.ts'
import type { Windows } from './windows.ts'

/**
 * Wakes a draining follower once for all that it hears in one batch; answers where it stands now, or undefined when
 * another process has the lease. There is no poisonous event, since it looks at the state and not at events: when it
 * fails it is woken again, and its lag shows.
 */
export async function feedDrains(
  desk: Desk,
  follower: DrainFollower,
  windows: Windows,
  process: string,
  stood?: Cursor,
  ahead?: Cursor,
): Promise<Cursor | undefined> {
  const cursor = await leaseCursor(desk.db, follower.name, process)
  if (!cursor) return undefined
  const isWhereItStood = stood !== undefined && sameCursor(stood, cursor)
  const batch = await windows.after((isWhereItStood ? ahead : undefined) ?? cursor)
  const last = batch.events.at(-1)
  if (!last) return cursor
  const heard = batch.events.filter(({ type }) => (follower.hears as readonly string[]).includes(type))
  if (heard.length > 0) await follower.drain(heard, desk)
  const moved = { ...batch.cursor, seq: last.seq }
  return (await moveLeased(desk.db, follower.name, process, moved, desk.clock())) ? moved : undefined
}
