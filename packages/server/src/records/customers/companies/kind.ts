import { askedValues, type Catalogue } from '@baton/contract'
import { sql } from 'kysely'
import { type Columns, jsonColumns, toSql } from '../../../kernel/conditions/index.ts'
import { cached } from '../../../kernel/configuration.ts'
import { type Kind, type Reading, scopeOf } from '../../../kernel/kinds.ts'
import { lockRows } from '../../../kernel/lock-rows.ts'
import { loadDefinitions, type OwnFields } from '../../fields/index.ts'
import type { CompanyRow } from '../tables.ts'

interface CompanyFields {
  catalogue: Catalogue
  /** Over `companies o`. */
  columns: Columns
  own: OwnFields
}

export const companyFields = cached<CompanyFields>('companyFields', async db => {
  const own = (await loadDefinitions(db)).of('company')
  return {
    own,
    catalogue: {
      id: { type: 'ref', to: 'company', nullable: false },
      name: { type: 'text', nullable: false },
      ...own.catalogue,
    },
    columns: {
      id: { sql: sql`o.id` },
      name: { sql: sql`o.name_folded` },
      ...jsonColumns(own.catalogue, 'fields.', { values: sql`o.fields`, folded: sql`o.fields_folded` }),
    },
  }
})

/** Where customers work: locked after them. */
export const companyKind: Kind<'company'> = {
  name: 'company',
  table: 'companies',
  rank: 12,
  lock: lockRows<CompanyRow>('companies'),
  readGrant: 'company.get',
  plain: ({ id, name, fields }, picture) => ({
    id,
    name,
    fields: askedValues(picture.of(companyFields).own.askedOtherwise, fields),
  }),
  catalogue: picture => picture.of(companyFields).catalogue,
  columns: picture => picture.of(companyFields).columns,
}

/** The caller's part of the companies, over `companies o`. */
export const inScope = (reading: Reading) =>
  toSql(scopeOf(companyKind as Kind, 'company.get', reading), reading.picture.of(companyFields).columns)
