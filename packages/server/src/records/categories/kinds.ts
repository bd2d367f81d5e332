import type { Catalogue } from '@baton/contract'
import type { Kind } from '../../kernel/kinds.ts'
import { lockRows } from '../../kernel/lock-rows.ts'
import type { CategoryRow, RequestTypeRow } from './tables.ts'

declare module '../../kernel/kinds.ts' {
  interface KindRows {
    category: CategoryRow
    requestType: RequestTypeRow
  }
}

const categoryFields: Catalogue = {
  id: { type: 'ref', to: 'category', nullable: false },
  name: { type: 'text', nullable: false },
  parentId: { type: 'ref', to: 'category', nullable: true },
  departmentId: { type: 'ref', to: 'department', nullable: true },
}

export const categoryKind: Kind<'category'> = {
  name: 'category',
  table: 'categories',
  rank: 60,
  lock: lockRows<CategoryRow>('categories'),
  readGrant: 'category.list',
  plain: row => ({ id: row.id, name: row.name, parentId: row.parent_id, departmentId: row.department_id }),
  catalogue: () => categoryFields,
  columns: () => ({}),
}

const requestTypeFields: Catalogue = {
  id: { type: 'ref', to: 'requestType', nullable: false },
  key: { type: 'choice', nullable: false },
}

export const requestTypeKind: Kind<'requestType'> = {
  name: 'requestType',
  table: 'request_types',
  rank: 61,
  lock: lockRows<RequestTypeRow>('request_types'),
  readGrant: 'requestType.list',
  plain: ({ id, key }) => ({ id, key }),
  catalogue: () => requestTypeFields,
  columns: () => ({}),
}
