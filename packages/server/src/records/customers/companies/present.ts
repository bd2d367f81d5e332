import { sql } from 'kysely'
import { type Kind, mayOn, type Reading } from '../../../kernel/kinds.ts'
import type { Row } from '../../../kernel/steps.ts'
import { shownFields } from '../../fields/index.ts'
import type { CompanyRow } from '../tables.ts'
import { companyFields, companyKind } from './kind.ts'

export async function presentCompanies(reading: Reading, ids: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<CompanyRow & { customers: number }>`
    select o.*, (select count(*)::int from customers c where c.company_id = o.id) as customers
    from companies o where o.id = any(${ids}::uuid[])`.execute(reading.db)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    if (!row) return []
    return [
      {
        id: row.id,
        name: row.name,
        fields: shownFields(reading.picture.of(companyFields).own, row.fields, reading.caller),
        customerCount: row.customers,
        createdAt: row.created_at.toISOString(),
        updatedAt: row.updated_at.toISOString(),
        version: row.version,
        allowed: mayOn(companyKind as Kind, 'company.update', row, reading.caller, reading) ? ['company.update'] : [],
      },
    ]
  })
}
