import type { Catalogue } from '@baton/contract'
import type { Kind } from '../../kernel/kinds.ts'
import { lockRows } from '../../kernel/lock-rows.ts'
import type { TemplateRow } from './tables.ts'

const fields: Catalogue = {
  id: { type: 'ref', to: 'template', nullable: false },
  name: { type: 'text', nullable: false },
}

export const templateKind: Kind<'template'> = {
  name: 'template',
  table: 'templates',
  rank: 59,
  lock: lockRows<TemplateRow>('templates'),
  readGrant: 'template.list',
  plain: ({ id, name }) => ({ id, name }),
  catalogue: () => fields,
  columns: () => ({}),
}
