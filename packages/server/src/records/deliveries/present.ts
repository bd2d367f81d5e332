import { deliveryError, type Records } from '@baton/contract'
import { sql } from 'kysely'
import { isRetryable } from '../../kernel/deliveries/index.ts'
import { isHidden } from '../../kernel/grants.ts'
import { type Kind, mayOn, type Reading } from '../../kernel/kinds.ts'
import type { Row } from '../../kernel/steps.ts'
import { deliveryKind, type HeldDelivery } from './kind.ts'

/** Deliveries as the API shows them; their words to the outside stay inside. */
export async function presentDeliveries(reading: Reading, ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<HeldDelivery>`
    select d.*, t.id as ticket_id, t.department_id, t.assignee_id from deliveries d left join tickets t on t.id = d.topic_id
    where d.id = any(${ids}::uuid[])`.execute(reading.db)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    return row ? [{ ...record(row, reading) }] : []
  })
}

function record(row: HeldDelivery, reading: Reading): Records['delivery'] {
  const again = isRetryable(row) && mayOn(deliveryKind as Kind, 'delivery.retry', row, reading.caller, reading)
  return {
    id: row.id,
    ticketId: row.ticket_id,
    messageId: row.message_id,
    channel: row.channel,
    purpose: row.purpose,
    recipient: row.ticket_id !== null && isHidden(reading.caller.grants, 'customerId') ? '' : row.recipient,
    status: row.status,
    attempts: row.attempts,
    error: row.error && deliveryError(reading.caller.locale, row.error),
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    deliveredAt: row.delivered_at?.toISOString() ?? null,
    nextAt: row.next_at?.toISOString() ?? null,
    allowed: again ? ['delivery.retry'] : [],
  }
}
