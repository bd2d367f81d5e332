/** A text message that came in. */
export interface SmsReceivedRow {
  id: string
  account_id: string
  key: string
  /** In E.164 where it can be read. */
  phone: string
  body: string
  is_score: boolean
  /** Set when it has become a message on a ticket. */
  ticket_id: string | null
  sent_at: Date | null
  received_at: Date
}

declare module '../../kernel/db.ts' {
  interface Tables {
    sms_received: SmsReceivedRow
  }
}
