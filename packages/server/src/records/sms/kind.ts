import type { Catalogue } from '@baton/contract'
import { sql } from 'kysely'
import type { Kind } from '../../kernel/kinds.ts'
import type { SmsAccountRow } from './accounts.ts'

declare module '../../kernel/kinds.ts' {
  interface KindRows {
    smsAccount: SmsAccountRow
  }
}

const fields: Catalogue = {
  id: { type: 'ref', to: 'smsAccount', nullable: false },
  provider: { type: 'choice', nullable: false },
}

export const smsAccountKind: Kind<'smsAccount'> = {
  name: 'smsAccount',
  table: 'sms_accounts',
  rank: 65,
  async lock(tx, ids, wait) {
    const skip = wait === 'skip' ? sql`skip locked` : sql``
    const { rows } = await sql<SmsAccountRow>`
      select * from sms_accounts where id = any(${ids}::uuid[]) order by id for update ${skip}`.execute(tx)
    return rows
  },
  readGrant: 'smsAccount.list',
  plain: ({ id, provider }) => ({ id, provider }),
  catalogue: () => fields,
  columns: () => ({}),
}
