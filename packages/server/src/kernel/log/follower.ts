import type { EventName, VerbName } from '@baton/contract'
import type { Caller } from '../caller.ts'
import type { Desk } from '../desk.ts'
import type { Problem } from '../problems.ts'
import type { Transaction } from '../transaction.ts'
import type { LoggedEvent } from './event.ts'

/** Reads the log in order. The events table is the queue: nothing else is written for a follower to know. */
export type Follower = RowFollower | VerbFollower | DrainFollower

/** Writes rows in the same transaction that moves its cursor: its effect happens exactly once. */
export interface RowFollower {
  kind: 'rows'
  name: string
  hears: readonly EventName[]
  write(tx: Transaction, events: readonly LoggedEvent[], desk: Desk): Promise<void>
}

/** Does verbs, each in its own transaction under the idempotency key `seq:n`: done once, however often it is tried. */
export interface VerbFollower {
  kind: 'verbs'
  name: string
  hears: readonly EventName[]
  act(event: LoggedEvent, desk: Desk): Promise<readonly VerbCall[]>
}

/**
 * Is told that something has happened, looks at what there is now, and does whatever verbs are due by then: a queue that
 * drains. A hundred events wake it once. At least once, so the verbs decide anew under their locks.
 */
export interface DrainFollower {
  kind: 'drains'
  name: string
  hears: readonly EventName[]
  drain(events: readonly LoggedEvent[], desk: Desk): Promise<void>
}

export interface VerbCall {
  verb: VerbName
  input: Record<string, unknown>
  /**
   * Tells this call from the others for the same event; its place among them unless given. To be given when `act`, asked
   * again after a crash in the middle, would answer with what is left to do: the places would have moved.
   */
  key?: string
  /** What is done instead when it is refused. */
  otherwise?(problem: Problem): VerbCall
  /** For whom it is done, when that is somebody else than Baton: a customer who has written. */
  caller?: Caller
}
