import type { Transaction } from '../transaction.ts'

/** A desk's door to the outside: what is put in here leaves once, or somebody sees that it did not. */
export interface Outbox {
  /** Writes the deliveries, their events and their jobs in the caller's transaction; the worker here wakes at the commit. */
  put(tx: Transaction, drafts: readonly DeliveryDraft[]): Promise<void>
  /** Puts jobs for deliveries of one channel that are queued already. */
  hint(tx: Transaction, channel: string, deliveryIds: readonly string[]): Promise<void>
  /** Begins to work; answers how to stop, which waits a while for what is being sent. */
  start(): () => Promise<void>
  close(): Promise<void>
}

/** What a channel wants sent. */
export interface DeliveryDraft {
  id: string
  topicId: string
  messageId: string | null
  channel: string
  /** What it is for, as a code: `reply`, `acknowledgement`. */
  purpose: string
  recipient: string
  /** Through what it leaves where a channel has several ways. */
  targetId?: string
  request: Record<string, unknown>
  /** Never to be sent, and why, as a code: shown, so that nobody believes that it was. */
  suppressed?: string
  /** The event that it follows from; nothing when only time has passed. */
  cause: { seq: number | null; depth: number; request_id: string | null }
}
