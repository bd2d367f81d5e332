/** What becomes of a mail: exactly one of these. */
export type Outcome = 'pending' | 'opened' | 'appended' | 'bounce' | 'automatic' | 'loop' | 'duplicate' | 'quarantined'

/** A row of the ledger: a mail that we have accepted. */
export interface MailRow {
  id: string
  mailbox_id: string | null
  /** Empty: it must not be answered. */
  envelope_from: string
  envelope_to: string[]
  /** As it calls itself; perhaps forged. */
  header_from: string | null
  subject: string | null
  /** Without brackets. */
  mail_id: string | null
  storage_key: string
  size: number
  sha256: string
  outcome: Outcome
  /** A person says that it is a customer's mail, whatever it looks like. */
  wanted: boolean
  ticket_id: string | null
  message_id: string | null
  delivery_id: string | null
  tries: number
  /** Why it became that, or why it failed. */
  error: string | null
  received_at: Date
  settled_at: Date | null
}

declare module '../../kernel/db.ts' {
  interface Tables {
    mails: MailRow
    acknowledgements: { address: string; at: Date; ticket_id: string }
  }
}
