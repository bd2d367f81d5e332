/** What a delivery by mail sends, whole and the same at every try, save for the address to answer to. */
export interface MailRequest {
  from: { name: string; address: string }
  /** The mailbox under whose domain answers come back. */
  mailboxId: string
  to: string
  subject: string
  text: string
  html: string
  /** Without brackets. */
  messageId: string
  inReplyTo: string | null
  references: string[]
  attachments: { id: string; name: string; mediaType: string }[]
  /** A machine wrote it: other machines must not answer. */
  automatic: boolean
  /** To one of the desk's own people: part of no conversation, and not to be answered. */
  toColleague?: boolean
}
