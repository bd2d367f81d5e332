import { randomUUID } from 'node:crypto'
import type { Desk } from '../desk.ts'
import { ensureCursors, releaseCursors, sameCursor } from './cursors.ts'
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

  /** True when the follower moved, so there may be more. */
  const feed = async (follower: Follower): Promise<boolean> => {
    if (tries.restOf(follower.name) > 0) return false
    const stood = stands.get(follower.name)
    if (stood && (await windows.after(stood)).events.length === 0) return false
    const stand =
      follower.kind === 'rows'
        ? await feedRows(desk, follower, windows, tries, stood)
        : await feedVerbs(desk, follower, windows, tries, process)
    if (!stand) return false
    stands.set(follower.name, stand)
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
