import type { Caller } from './caller.ts'
import type { Step } from './steps.ts'

/** How a verb is called, besides its input. */
export interface By {
  caller: Caller
  requestId?: string
  /** The same key and body answer the same result once done; scoped to the actor and the verb. */
  idempotencyKey?: string
  /** The event that made a follower or a rule call it. */
  cause?: { seq: number; depth: number }
  /** What the caller keeps of it in the verb's own transaction, by the id of the record that it answers with. */
  keeps?(id: string): readonly Step[]
}
