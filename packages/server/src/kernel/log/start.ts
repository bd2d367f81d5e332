import { randomUUID } from 'node:crypto'
import type { Desk } from '../desk.ts'
import { ensureCursors, releaseCursors, sameCursor, skipTo } from './cursors.ts'
import { feedDrains } from './drains.ts'
import type { Cursor } from './event.ts'
import type { Follower } from './follower.ts'
import { Tries } from './parking.ts'
import { feedRows } from './rows.ts'
import { feedVerbs } from './verbs.ts'
import { waitsAbove } from './window.ts'
import { Windows } from './windows.ts'

export interface Following {
  /** Events were committed: look soon. */
  wake(): void
  /** Resolves when every follower has read all that is committed now; for tests and clean stops. */
  drained(): Promise<void>
  stop(): Promise<void>
}

/** Between two looks, so that a burst of commits is read as one batch. */
const breath = 20
/** While rows wait above the horizon: an aborted writer wakes nobody. */
const waiting = 10
/** So long a round waits for the slowest follower. */
const patience = 100
/** So long a follower may be ahead of its row in the table, in milliseconds. */
const aheadFor = 1000
/** The net under all signals. */
const idle = 1000

/** One reader per process feeds all its followers from the log, until stopped. */
export async function startFollowing(desk: Desk, followers: readonly Follower[]): Promise<Following> {
  await ensureCursors(
    desk.db,
    followers.map(follower => follower.name),
  )
  const process = randomUUID()
  const windows = new Windows(desk.db)
  const tries = new Tries()
  const stands = new Map<string, Cursor>()
  const ahead = new Map<string, { at: Cursor; since: number }>()
  let stopped = false
  let wakeUp: () => void = () => {}
  let woken = false
  let rounds = 0
  const busy = new Map<string, Promise<void>>()

  const wake = () => {
    woken = true
    wakeUp()
  }
  const sleep = async (ms: number) => {
    if (woken || stopped) return
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, ms)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    wakeUp = () => {}
  }

  /**
   * Over events that a follower does not hear it moves in memory, and in the table once a second: most followers hear few
   * kinds of events, and a commit for each batch of the others would cost more than all their work.
   */
  const skip = async (follower: Follower, stood: Cursor): Promise<boolean> => {
    const stand = ahead.get(follower.name)
    const next = await windows.after(stand?.at ?? stood)
    const isHeard = next.events.some(({ type }) => (follower.hears as readonly string[]).includes(type))
    if (isHeard) return false
    const last = next.events.at(-1)
    const at = last ? { ...next.cursor, seq: last.seq } : stand?.at
    if (!at) return true
    const since = stand?.since ?? performance.now()
    if (performance.now() - since < aheadFor) {
      ahead.set(follower.name, { at, since })
      return true
    }
    ahead.delete(follower.name)
    const moved = await skipTo(desk.db, follower.name, process, stood, at)
    if (moved) stands.set(follower.name, moved)
    else stands.delete(follower.name)
    return true
  }

  const feedOne = (follower: Follower, stood?: Cursor, from?: Cursor) => {
    if (follower.kind === 'rows') return feedRows(desk, follower, windows, tries, stood, from)
    if (follower.kind === 'drains') return feedDrains(desk, follower, windows, process, stood, from)
    return feedVerbs(desk, follower, windows, tries, process, stood, from)
  }

  /** True when the follower moved, so there may be more. */
  const feed = async (follower: Follower): Promise<boolean> => {
    const { name } = follower
    if (tries.restOf(name) > 0) return false
    const stood = stands.get(name)
    if (stood && (await skip(follower, stood)))
      return (await windows.after(ahead.get(name)?.at ?? stood)).events.length > 0
    const from = ahead.get(name)?.at
    const stand = await feedOne(follower, stood, from)
    if (!stand) return false
    stands.set(name, stand)
    ahead.delete(name)
    return stood === undefined || !sameCursor(stood, stand)
  }

  const feedAll = async (follower: Follower): Promise<void> => {
    try {
      while (!stopped && (await feed(follower)));
    } catch (error) {
      desk.log.error({ err: error, follower: follower.name }, 'a follower failed')
      setTimeout(wake, tries.isTroubled(follower.name) ? tries.restOf(follower.name) : idle).unref()
    }
  }

  const isMoreComing = async () => waitsAbove(desk.db, await windows.horizon())

  const loop = async () => {
    while (!stopped) {
      woken = false
      windows.refresh()
      for (const follower of followers) {
        if (busy.has(follower.name)) continue
        busy.set(
          follower.name,
          feedAll(follower).finally(() => busy.delete(follower.name)),
        )
      }
      // A slow follower does not hold back the others: they are fed again while it is still at work.
      await Promise.race([Promise.all(busy.values()), pause(patience)])
      rounds += 1
      const more = await isMoreComing().catch(() => false)
      if (more) await pause(waiting)
      else {
        await sleep(idle)
        await pause(breath)
      }
    }
    await Promise.all(busy.values())
  }
  const running = loop()

  return {
    wake,
    async drained() {
      // Two full rounds begun after now have seen everything that is committed now.
      const enough = rounds + 2
      while (!stopped && (rounds < enough || busy.size > 0 || (await isMoreComing()))) {
        wake()
        await pause(5)
      }
    },
    async stop() {
      stopped = true
      wakeUp()
      await running
      await releaseCursors(desk.db, process)
    },
  }
}

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))
