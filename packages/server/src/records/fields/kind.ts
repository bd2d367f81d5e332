import type { Catalogue } from '@baton/contract'
import type { Kind } from '../../kernel/kinds.ts'
import { lockRows } from '../../kernel/lock-rows.ts'
import type { FieldRow } from './tables.ts'

const fields: Catalogue = {
  id: { type: 'ref', to: 'field', nullable: false },
  name: { type: 'text', nullable: false },
}

export const fieldKind: Kind<'field'> = {
  name: 'field',
  table: 'fields',
  rank: 58,
  lock: lockRows<FieldRow>('fields'),
  readGrant: 'field.list',
  plain: ({ id, name }) => ({ id, name }),
  catalogue: () => fields,
  columns: () => ({}),
}
