import type { Catalogue } from '@baton/contract'
import type { Kind } from '../../kernel/kinds.ts'
import { lockRows } from '../../kernel/lock-rows.ts'
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
  lock: lockRows<SmsAccountRow>('sms_accounts'),
  readGrant: 'smsAccount.list',
  plain: ({ id, provider }) => ({ id, provider }),
  catalogue: () => fields,
  columns: () => ({}),
}
