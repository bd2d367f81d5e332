import { sql } from 'kysely'
import type { Kind } from '../../kernel/kinds.ts'
import { lockRows } from '../../kernel/lock-rows.ts'
import type { MailRow } from './tables.ts'

declare module '../../kernel/kinds.ts' {
  interface KindRows {
    mail: MailRow
  }
}

/** A mail of the ledger, as verbs lock it. In queries mails are `x`. */
export const mailKind: Kind<'mail'> = {
  name: 'mail',
  table: 'mails',
  rank: 91,
  lock: lockRows<MailRow>('mails'),
  readGrant: 'mail.list',
  plain: row => ({ outcome: row.outcome, mailboxId: row.mailbox_id }),
  catalogue: () => ({
    outcome: { type: 'choice', nullable: false },
    mailboxId: { type: 'ref', nullable: true, to: 'mailbox' },
  }),
  columns: () => ({
    outcome: { sql: sql.ref('x.outcome') },
    mailboxId: { sql: sql.ref('x.mailbox_id') },
  }),
}

/** Whether a person may have it handled again: what became of it is not on any ticket. */
export const isRetryable = ({ outcome, ticket_id }: MailRow): boolean =>
  ticket_id === null && outcome !== 'pending' && outcome !== 'opened' && outcome !== 'appended'
