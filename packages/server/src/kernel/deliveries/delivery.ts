/** One thing for the outside: a mail now, a message of another channel later. The row is the truth; jobs are only hints. */
export interface DeliveryRow {
  id: string
  /** What it belongs to; its fate is told there. */
  topic_id: string
  message_id: string | null
  channel: string
  purpose: string
  recipient: string
  status: DeliveryStatus
  /** How often its first byte was about to leave. */
  attempts: number
  error: string | null
  provider_id: string | null
  /** Through what it leaves where a channel has several ways: a robot, an account. */
  target_id: string | null
  /** What the channel sends, whole: every try sends the same. */
  request: Record<string, unknown>
  next_at: Date | null
  sent_at: Date | null
  /** When the other side said that it has arrived, on channels that tell. */
  delivered_at: Date | null
  created_at: Date
  updated_at: Date
}

/**
 * queued → sending → sent | queued again | failed (a dead letter) | unknown (nobody can say whether it arrived).
 * `suppressed` was never to be sent: there is nobody to send it to.
 */
export type DeliveryStatus = 'queued' | 'sending' | 'sent' | 'failed' | 'unknown' | 'suppressed'

declare module '../db.ts' {
  interface Tables {
    deliveries: DeliveryRow
  }
}

/** Whether a person may have it sent (again): what failed, what is uncertain, what waits for its next try. */
export const isRetryable = ({ status, next_at }: DeliveryRow): boolean =>
  status === 'failed' || status === 'unknown' || (status === 'queued' && next_at !== null)
