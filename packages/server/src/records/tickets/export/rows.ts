import { type RawBuilder, sql } from 'kysely'
import type { Reading } from '../../../kernel/kinds.ts'
import type { FileColumn } from '../../exports/index.ts'
import type { TicketRow } from '../ticket.ts'
import { inScope } from '../visible.ts'

/** A ticket with what stands beside it in a file, as far as a column asks for it. */
export type ExportRow = TicketRow & {
  customer_name: string | null
  customer_number: string | null
  customer_level: string | null
  company: string | null
  phones: string[] | null
  emails: string[] | null
  body: string | null
}

/** Some tickets as they stand now, in this order, as far as the caller may take them away. */
export async function exportRows(
  reading: Reading,
  ids: readonly string[],
  columns: readonly FileColumn<ExportRow>[],
): Promise<ExportRow[]> {
  const asks = (id: string) => columns.some(column => column.id === id)
  const nothing = sql`null`
  const { rows } = await sql<ExportRow>`
    select t.id, t.number, t.subject, t.status, t.run_state, t.urgency, t.request_type, t.category_id, t.department_id,
      t.assignee_id, t.creator_kind, t.creator_id, t.channel, t.template_id, t.tags, t.result, t.satisfaction, t.urge_count,
      t.reopen_count, t.message_count, t.submitted_at, t.created_at, t.updated_at, t.acknowledged_at, t.first_response_at,
      t.due_at, t.warned_at, t.breached_at, t.last_message_at, t.solved_at, t.closed_at, t.fields,
      c.name as customer_name, c.number as customer_number, c.level as customer_level,
      ${asks('customer.company') ? sql`(select k.name from companies k where k.id = c.company_id)` : nothing} as company,
      ${asks('customer.phone') ? sql`${pointsOf('phone')} || c.partial_phones` : nothing} as phones,
      ${asks('customer.email') ? pointsOf('email') : nothing} as emails,
      ${asks('body') ? sql`(select m.body from messages m where m.ticket_id = t.id and m.seq = 1 and m.kind = 'customer')` : nothing} as body
    from tickets t left join customers c on c.id = t.customer_id
    where t.id = any(${ids}::uuid[]) and ${inScope(reading, 'ticket.list')} and ${inScope(reading, 'ticket.export')}`.execute(
    reading.db,
  )
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

const pointsOf = (kind: 'phone' | 'email'): RawBuilder<unknown> => sql`array(
  select p.value from contact_points p where p.customer_id = c.id and p.kind = ${kind} order by p.position)`
