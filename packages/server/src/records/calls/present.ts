import type { Records } from '@baton/contract'
import { sql } from 'kysely'
import { toSql } from '../../kernel/conditions/index.ts'
import { isHidden } from '../../kernel/grants.ts'
import { type Kind, mayOn, type Reading, scopeOf } from '../../kernel/kinds.ts'
import type { Row } from '../../kernel/steps.ts'
import { directory } from '../people/index.ts'
import { type CallRow, isOver, isWaiting, secondsOf } from './call.ts'
import { callKind } from './kind.ts'

interface Shown extends CallRow {
  customer: Records['call']['customer']
  ticket: Records['call']['ticket']
}

/** Calls as the API shows them; the customer and the ticket as far as the caller may see them. */
export async function presentCalls(reading: Reading, ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return []
  const scope = (name: 'customer' | 'ticket') => {
    const kind = reading.kind(name)
    return toSql(scopeOf(kind, kind.readGrant, reading), kind.columns(reading.picture))
  }
  const { rows } = await sql<Shown>`
    select k.*,
      (select json_build_object('id', c.id, 'number', c.number, 'name', c.name, 'salutation', c.salutation,
          'level', c.level, 'company', (select o.name from companies o where o.id = c.company_id))
        from customers c where c.id = k.customer_id and ${scope('customer')}) as customer,
      (select json_build_object('id', t.id, 'number', t.number, 'subject', t.subject)
        from tickets t left join customers c on c.id = t.customer_id where t.id = k.ticket_id and ${scope('ticket')}) as ticket
    from calls k where k.id = any(${ids}::uuid[])`.execute(reading.db)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    return row ? [{ ...record(row, reading) }] : []
  })
}

function record(row: Shown, reading: Reading): Records['call'] {
  const agent = row.agent_id ? reading.picture.of(directory).agents.get(row.agent_id) : undefined
  const text = (time: Date | null) => time?.toISOString() ?? null
  // Who called about a ticket is its customer.
  const isNameless = row.ticket_id !== null && isHidden(reading.caller.grants, 'customerId')
  return {
    id: row.id,
    direction: row.direction,
    state: row.state,
    source: row.source,
    number: isNameless ? null : row.number,
    phone: isNameless ? null : row.phone,
    agent: agent ? { id: agent.id, name: agent.name } : null,
    customer: isNameless ? null : row.customer,
    ticket: row.ticket,
    outcome: row.outcome,
    answersId: row.answers_id,
    startedAt: row.started_at.toISOString(),
    answeredAt: text(row.answered_at),
    endedAt: text(row.ended_at),
    seconds: secondsOf(row),
    version: row.version,
    allowed: sensible(row).filter(name => mayOn(callKind as Kind, name, row, reading.caller, reading)),
  }
}

/** What makes sense with it now, whoever asks. */
function sensible(row: CallRow): string[] {
  if (!isOver(row)) return row.state === 'ringing' ? ['call.answer', 'call.end'] : ['call.end']
  return [...(row.outcome === null ? ['call.dismiss'] : []), ...(isWaiting(row) ? ['call.start'] : [])]
}
