import { sql } from 'kysely'
import type { Db } from '../db.ts'
import type { LoggedEvent } from './event.ts'

const mostTries = 5

/** How often a follower has failed at the event where it stands. In memory: after a restart it simply tries anew. */
export class Tries {
  #troubles = new Map<string, { seq: number; count: number; error: string }>()

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

  failed(follower: string, seq: number, error: unknown): void {
    const before = this.#troubles.get(follower)
    const count = before?.seq === seq ? before.count + 1 : 1
    this.#troubles.set(follower, { seq, count, error: String(error).slice(0, 2000) })
  }

  settled(follower: string): void {
    this.#troubles.delete(follower)
  }

  /** Growing pauses between the tries: 0.1, 0.4, 1.6, 6.4 seconds. */
  pauseOf(follower: string): number {
    const trouble = this.#troubles.get(follower)
    return trouble ? 100 * 4 ** Math.min(trouble.count - 1, 3) : 0
  }
}

/** Sets an event aside, visibly: the cursor goes on, nothing is lost. */
export async function park(db: Db, follower: string, event: LoggedEvent, error: string): Promise<void> {
  await sql`insert into parked_events (follower, seq, topic_id, tries, error)
    values (${follower}, ${event.seq}, ${event.topic_id}, ${mostTries}, ${error}) on conflict do nothing`.execute(db)
}

/** Later events of a parked topic wait behind it: a topic's history is never handled out of order. */
export async function splitParked(db: Db, follower: string, events: readonly LoggedEvent[]) {
  const topics = [...new Set(events.map(event => event.topic_id))]
  const { rows } = await sql<{ topic_id: string }>`
    select distinct topic_id from parked_events where follower = ${follower} and topic_id = any(${topics}::uuid[])`.execute(db)
  const parked = new Set(rows.map(row => row.topic_id))
  return {
    free: events.filter(event => !parked.has(event.topic_id)),
    behind: events.filter(event => parked.has(event.topic_id)),
  }
}
