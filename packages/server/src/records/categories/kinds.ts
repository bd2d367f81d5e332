import type { Catalogue } from '@baton/contract'
import { sql } from 'kysely'
import type { Kind } from '../../kernel/kinds.ts'
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
  async lock(tx, ids, wait) {
    const skip = wait === 'skip' ? sql`skip locked` : sql``
    const { rows } = await sql<CategoryRow>`
      select * from categories where id = any(${ids}::uuid[]) order by id for update ${skip}`.execute(tx)
    return rows
  },
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
  async lock(tx, ids, wait) {
    const skip = wait === 'skip' ? sql`skip locked` : sql``
    const { rows } = await sql<RequestTypeRow>`
      select * from request_types where id = any(${ids}::uuid[]) order by id for update ${skip}`.execute(tx)
    return rows
  },
  readGrant: 'requestType.list',
  plain: ({ id, key }) => ({ id, key }),
  catalogue: () => requestTypeFields,
  columns: () => ({}),
}
