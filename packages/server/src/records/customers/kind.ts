import { askedValues, type Catalogue } from '@baton/contract'
import { sql } from 'kysely'
import { type Columns, jsonColumns, toSql } from '../../kernel/conditions/index.ts'
import { cached } from '../../kernel/configuration.ts'
import { type Kind, type Reading, scopeOf } from '../../kernel/kinds.ts'
import { orSkip } from '../../kernel/lock-rows.ts'
import { loadDefinitions, type OwnFields } from '../fields/index.ts'
import type { CustomerRow } from './tables.ts'

/** What can be asked about customers, the desk's own fields included. */
export interface CustomerFields {
  catalogue: Catalogue
  /** Over `customers c`. */
  columns: Columns
  own: OwnFields
}

export const customerFields = cached<CustomerFields>('customerFields', async db => {
  const own = (await loadDefinitions(db)).of('customer')
  return {
    own,
    catalogue: { ...builtIn, ...own.catalogue },
    columns: {
      ...builtInColumns,
      ...jsonColumns(own.catalogue, 'fields.', { values: sql`c.fields`, folded: sql`c.fields_folded` }),
    },
  }
})

const builtIn: Catalogue = {
  id: { type: 'ref', to: 'customer', nullable: false },
  number: { type: 'choice', nullable: false },
  name: { type: 'text', nullable: false },
  level: { type: 'choice', nullable: true },
  companyId: { type: 'ref', to: 'company', nullable: true },
  createdAt: { type: 'time', nullable: false },
  updatedAt: { type: 'time', nullable: false },
}

const builtInColumns: Columns = {
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
  plain: (row, picture) => ({
    id: row.id,
    number: row.number,
    name: row.name,
    level: row.level,
    companyId: row.company_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    fields: askedValues(picture.of(customerFields).own.askedOtherwise, row.fields),
  }),
  catalogue: picture => picture.of(customerFields).catalogue,
  columns: picture => picture.of(customerFields).columns,
}

/** The contact points of `customers c`, in order. */
export const pointsOfCustomer = sql`(
  select coalesce(json_agg(json_build_object('kind', p.kind, 'value', p.value, 'position', p.position)
    order by p.position, p.kind, p.value), '[]')
  from contact_points p where p.customer_id = c.id)`

/** The caller's part of the customers, over `customers c`. */
export const inScope = (reading: Reading, grant = 'customer.get') =>
  toSql(scopeOf(customerKind as Kind, grant, reading), reading.picture.of(customerFields).columns)
