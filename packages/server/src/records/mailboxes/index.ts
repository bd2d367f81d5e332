import { module } from '../../kernel/module.ts'
import { archiveMailbox } from './archive.ts'
import { createMailbox } from './create.ts'
import { mailboxKind } from './kind.ts'
import { listMailboxes, presentMailboxes } from './list.ts'
import { mailboxes } from './mailboxes.ts'
import { updateMailbox } from './update.ts'

export { type Mailbox, type Mailboxes, mailboxes } from './mailboxes.ts'

/** The mailboxes: our own addresses, and which department answers for each. */
export const mailboxesRoom = module({
  name: 'mailboxes',
  verbs: { 'mailbox.create': createMailbox, 'mailbox.update': updateMailbox, 'mailbox.archive': archiveMailbox },
  reads: { 'mailbox.list': listMailboxes },
  kinds: [mailboxKind],
  presenters: { mailbox: presentMailboxes },
  configuration: [mailboxes],
})
