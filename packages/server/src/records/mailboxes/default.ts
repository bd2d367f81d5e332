import { type Step, set } from '../../kernel/steps.ts'
import type { Preparing } from '../../kernel/verb.ts'
import { mailboxes } from './mailboxes.ts'
import type { MailboxRow } from './tables.ts'

/** The mailbox that is the default now: it is locked by whoever takes its place. */
export const presentDefault = async ({ picture }: Preparing): Promise<string> => picture.of(mailboxes).default.id

/** The others stop being the default in the same save. */
export const handOver = (locked: readonly MailboxRow[], to: string): Step[] =>
  locked.filter(row => row.is_default && row.id !== to).map(row => set('mailboxes', row.id, { is_default: false }))
