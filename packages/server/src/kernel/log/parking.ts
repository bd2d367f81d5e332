import { sql } from 'kysely'
import type { Db } from '../db.ts'
import type { LoggedEvent } from './event.ts'

const mostTries = 5

interface Trouble {
  /** The event at which the follower stands; 0 between two. */
  seq: number
  count: number
  error: string
  /** The end of the batch that failed: up to there events are fed one by one. */
  upTo: number
  /** When it is to be tried again. */
  restsUntil: number
}

/** How often a follower has failed at the event where it stands. In memory: after a restart it simply tries anew. */
export class Tries {
  #troubles = new Map<string, Trouble>()

  /** After a failure events are fed one by one, so that one poisonous event is found and the others pass. */
  isTroubled(follower: string): boolean {
    return this.#troubles.has(follower)
  }

  isSpent(follower: string, seq: number): boolean {
    const trouble = this.#troubles.get(follower)
    return trouble !== undefined && trouble.seq === seq && trouble.count >= mostTries
  }

  errorOf(follower: string): string {
    return this.#troubles.get(follower)?.error ?? ''
  }

  failed(follower: string, events: readonly LoggedEvent[], error: unknown): void {
    const before = this.#troubles.get(follower)
    const seq = events[0]?.seq ?? 0
    // A batch says nothing about the one of its events that is to blame: the first is tried anew, alone.
    const alone = events.length === 1
    const count = before?.seq === seq ? before.count + 1 : 1
    const upTo = Math.max(before?.upTo ?? 0, events.at(-1)?.seq ?? 0)
    const rest = alone ? (pauses[count - 1] ?? 0) : 0
    const said = String(error).slice(0, 2000)
    this.#troubles.set(follower, {
      seq,
      count: alone ? count : 0,
      error: said,
      upTo,
      restsUntil: performance.now() + rest,
    })
  }

  /** Everything up to this event is done. */
  settled(follower: string, seq: number): void {
    const trouble = this.#troubles.get(follower)
    if (!trouble) return
    if (seq >= trouble.upTo) this.#troubles.delete(follower)
    else this.#troubles.set(follower, { ...trouble, seq: 0, count: 0, restsUntil: 0 })
  }

  /** Milliseconds until it is to be tried again; others may come and go meanwhile. */
  restOf(follower: string): number {
    const trouble = this.#troubles.get(follower)
    return trouble ? Math.max(0, trouble.restsUntil - performance.now()) : 0
  }
}

/** Growing pauses between the tries, in milliseconds: what passes by itself is given time. */
const pauses = [100, 400, 1600, 6400]

/** Sets an event aside, visibly: the cursor goes on, nothing is lost. */
export async function park(db: Db, follower: string, event: LoggedEvent, error: string): Promise<void> {
  await sql`insert into parked_events (follower, seq, topic_id, tries, error)
    values (${follower}, ${event.seq}, ${event.topic_id}, ${mostTries}, ${error}) on conflict do nothing`.execute(db)
}

/** Later events of a parked topic wait behind it: a topic's history is never handled out of order. */
export async function splitParked(db: Db, follower: string, events: readonly LoggedEvent[]) {
  const topics = [...new Set(events.map(event => event.topic_id))]
  const { rows } = await sql<{ topic_id: string }>`
    select distinct topic_id from parked_events where follower = ${follower} and topic_id = any(${topics}::uuid[])`.execute(
    db,
  )
  const parked = new Set(rows.map(row => row.topic_id))
  return {
    free: events.filter(event => !parked.has(event.topic_id)),
    behind: events.filter(event => parked.has(event.topic_id)),
  }
}
