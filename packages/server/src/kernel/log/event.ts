import type { Whole } from '../save.ts'
import type { Row } from '../steps.ts'

/** One row of the log: at once history, audit, timeline, webhook, trigger, report source and queue. */
export interface LoggedEvent {
  seq: number
  at: Date
  xid: string
  type: string
  topic_id: string
  subject_id: string
  actor_kind: string
  actor_id: string | null
  actor_name: string
  verb: string
  cause_seq: number | null
  depth: number
  request_id: string | null
  /** The verb made of others that it was done in. */
  through: Whole | null
  payload: Row
}

declare module '../db.ts' {
  interface Tables {
    events: LoggedEvent
    followers: {
      name: string
      lo: string
      hi: string
      seq: number
      leased_by: string | null
      leased_until: Date | null
      moved_at: Date
    }
    parked_events: { follower: string; seq: number; topic_id: string; tries: number; error: string; parked_at: Date }
  }
}

/**
 * Where a reader of the log stands. Events are committed out of the order of their numbers, so the reader works in
 * windows: all transactions lo ≤ xid < hi are over, and within the window rows are read by seq.
 */
export interface Cursor {
  lo: string
  hi: string
  seq: number
}
