import type { Catalogue } from '@baton/contract'
import { sql } from 'kysely'
import { type Columns, toSql } from '../../kernel/conditions/index.ts'
import { type Kind, type Reading, scopeOf } from '../../kernel/kinds.ts'
import { orSkip } from '../../kernel/lock-rows.ts'
import type { CustomerRow } from './tables.ts'

const catalogue: Catalogue = {
  id: { type: 'ref', to: 'customer', nullable: false },
  number: { type: 'choice', nullable: false },
  name: { type: 'text', nullable: false },
  level: { type: 'choice', nullable: true },
  companyId: { type: 'ref', to: 'company', nullable: true },
  createdAt: { type: 'time', nullable: false },
  updatedAt: { type: 'time', nullable: false },
}

/** Over `customers c`. */
const columns: Columns = {
  id: { sql: sql`c.id` },
  number: { sql: sql`c.number` },
  name: { sql: sql`c.name_folded` },
  level: { sql: sql`c.level` },
  companyId: { sql: sql`c.company_id` },
  createdAt: { sql: sql`c.created_at` },
  updatedAt: { sql: sql`c.updated_at` },
}

/** Customers as the shell knows them: locked before everything that is about them. */
export const customerKind: Kind<'customer'> = {
  name: 'customer',
  table: 'customers',
  rank: 10,
  async lock(tx, ids, wait) {
    const { rows: locked } = await sql<{ id: string }>`
      select id from customers where id = any(${ids}::uuid[]) order by id for update ${orSkip(wait)}`.execute(tx)
    // Read afterwards: a statement that has waited for the lock sees its points as they were before it waited.
    const { rows } = await sql<CustomerRow>`
      select c.*, (select o.name from companies o where o.id = c.company_id) as company, ${pointsOfCustomer} as points
      from customers c where c.id = any(${locked.map(({ id }) => id)}::uuid[]) order by c.id`.execute(tx)
    return rows
  },
  readGrant: 'customer.get',
  plain: row => ({
    id: row.id,
    number: row.number,
    name: row.name,
    level: row.level,
    companyId: row.company_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }),
  catalogue: () => catalogue,
  columns: () => columns,
}

/** The contact points of `customers c`, in order. */
export const pointsOfCustomer = sql`(
  select coalesce(json_agg(json_build_object('kind', p.kind, 'value', p.value, 'position', p.position)
    order by p.position, p.kind, p.value), '[]')
  from contact_points p where p.customer_id = c.id)`

/** The caller's part of the customers, over `customers c`. */
export const inScope = (reading: Reading) => toSql(scopeOf(customerKind as Kind, 'customer.get', reading), columns)
