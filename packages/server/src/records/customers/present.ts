import { openStatuses, type Records } from '@baton/contract'
import { sql } from 'kysely'
import { toSql } from '../../kernel/conditions/index.ts'
import { isHidden } from '../../kernel/grants.ts'
import { type Kind, mayOn, type Reading, scopeOf } from '../../kernel/kinds.ts'
import type { Row } from '../../kernel/steps.ts'
import { shownFields } from '../fields/index.ts'
import { customerFields, customerKind, pointsOfCustomer } from './kind.ts'
import type { PointKind } from './points.ts'
import type { CustomerRow } from './tables.ts'

interface Shown extends CustomerRow {
  claimed: Records['customer']['claimed']
  ticket_count: number
  open_count: number
}

/** Customers as the API shows them. Their tickets are counted as far as the caller may see them, and whose they are. */
export async function presentCustomers(reading: Reading, ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return []
  const tickets = reading.kind('ticket')
  const theirs = isHidden(reading.caller.grants, 'customerId')
    ? sql<boolean>`false`
    : toSql(scopeOf(tickets, tickets.readGrant, reading), tickets.columns(reading.picture))
  const { rows } = await sql<Shown>`
    select c.*, o.name as company, ${pointsOfCustomer} as points,
      (select coalesce(json_agg(json_build_object('kind', p.kind, 'value', p.value) order by p.claimed_at desc, p.value), '[]')
        from claimed_points p where p.customer_id = c.id) as claimed, k.ticket_count, k.open_count
    from customers c
    left join companies o on o.id = c.company_id
    cross join lateral (
      select count(*) as ticket_count, count(*) filter (where t.status = any(${openStatuses}::text[])) as open_count
      from tickets t where t.customer_id = c.id and ${theirs}) k
    where c.id = any(${ids}::uuid[])`.execute(reading.db)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    return row ? [record(row, reading)] : []
  })
}

function record(row: Shown, reading: Reading): Records['customer'] {
  const values = (kind: PointKind) => row.points.filter(point => point.kind === kind).map(point => point.value)
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    salutation: row.salutation,
    companyId: row.company_id,
    company: row.company,
    level: row.level,
    note: row.note,
    emails: values('email'),
    phones: [...values('phone'), ...row.partial_phones],
    externalId: values('external')[0] ?? null,
    fields: shownFields(reading.picture.of(customerFields).own, row.fields, reading.caller),
    claimed: row.claimed,
    ticketCount: row.ticket_count,
    openCount: row.open_count,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
    allowed: mayOn(customerKind as Kind, 'customer.update', row, reading.caller, reading) ? ['customer.update'] : [],
  }
}
