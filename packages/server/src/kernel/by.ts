import type { Caller } from './caller.ts'

/** How a verb is called, besides its input. */
export interface By {
  caller: Caller
  requestId?: string
  /** The same key and body answer the same result once done; scoped to the actor and the verb. */
  idempotencyKey?: string
  /** The event that made a follower or a rule call it. */
  cause?: { seq: number; depth: number }
}
