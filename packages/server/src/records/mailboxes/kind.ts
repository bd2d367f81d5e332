import type { Catalogue } from '@baton/contract'
import { sql } from 'kysely'
import type { Kind } from '../../kernel/kinds.ts'
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
  async lock(tx, ids, wait) {
    const skip = wait === 'skip' ? sql`skip locked` : sql``
    const { rows } = await sql<MailboxRow>`
      select * from mailboxes where id = any(${ids}::uuid[]) order by id for update ${skip}`.execute(tx)
    return rows
  },
  readGrant: 'mailbox.list',
  plain: row => ({ id: row.id, departmentId: row.department_id }),
  catalogue: () => fields,
  columns: () => ({}),
}
