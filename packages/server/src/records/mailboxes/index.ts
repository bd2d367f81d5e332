/** The mailboxes: our own addresses, and which department answers for each. */
export { type Mailbox, type Mailboxes, mailboxes } from './mailboxes.ts'
