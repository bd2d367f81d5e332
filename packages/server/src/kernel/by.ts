import type { Caller } from './caller.ts'
import type { Due } from './due.ts'

/** How a verb is called, besides its input. */
export interface By {
  caller: Caller
  requestId?: string
  /** The same key and body answer the same result once done; scoped to the actor and the verb. */
  idempotencyKey?: string
  /** The event that made a follower or a rule call it. */
  cause?: { seq: number; depth: number }
  /** The timer that is due: re-read under the lock, spent in the same transaction. */
  timer?: Due
}
