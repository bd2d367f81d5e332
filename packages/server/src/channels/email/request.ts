/** What a delivery by mail sends, whole and the same at every try, save for the address to answer to and its links. */
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
  /** Absent in what older versions have written. */
  links?: readonly MailLink[]
}

/**
 * A link that only its reader shall have: `place` stands for it in text and HTML until the mail leaves. Its token is made
 * then, since only the hash of a token is kept.
 */
export interface MailLink {
  place: string
  purpose: string
  subjectId: string
  /** Before the token, from the desk's address on: `/follow/`. */
  path: string
  days: number
}
