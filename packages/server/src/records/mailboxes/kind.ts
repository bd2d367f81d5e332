import type { Catalogue } from '@baton/contract'
import type { Kind } from '../../kernel/kinds.ts'
import { lockRows } from '../../kernel/lock-rows.ts'
import type { MailboxRow } from './tables.ts'

declare module '../../kernel/kinds.ts' {
  interface KindRows {
    mailbox: MailboxRow
  }
}

const fields: Catalogue = {
  id: { type: 'ref', to: 'mailbox', nullable: false },
  departmentId: { type: 'ref', to: 'department', nullable: true },
}

export const mailboxKind: Kind<'mailbox'> = {
  name: 'mailbox',
  table: 'mailboxes',
  rank: 62,
  lock: lockRows<MailboxRow>('mailboxes'),
  readGrant: 'mailbox.list',
  plain: row => ({ id: row.id, departmentId: row.department_id }),
  catalogue: () => fields,
  columns: () => ({}),
}
