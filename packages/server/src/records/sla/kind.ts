import type { Catalogue } from '@baton/contract'
import type { Kind } from '../../kernel/kinds.ts'
import { lockRows } from '../../kernel/lock-rows.ts'
import type { SlaPolicyRow } from './tables.ts'

declare module '../../kernel/kinds.ts' {
  interface KindRows {
    slaPolicy: SlaPolicyRow
  }
}

const fields: Catalogue = {
  id: { type: 'ref', to: 'slaPolicy', nullable: false },
  name: { type: 'text', nullable: false },
}

export const slaPolicyKind: Kind<'slaPolicy'> = {
  name: 'slaPolicy',
  table: 'sla_policies',
  rank: 67,
  lock: lockRows<SlaPolicyRow>('sla_policies'),
  readGrant: 'slaPolicy.list',
  plain: ({ id, name }) => ({ id, name }),
  catalogue: () => fields,
  columns: () => ({}),
}
