import { sql } from 'kysely'
import { toSql } from '../../kernel/conditions/index.ts'
import { type Reading, scopeOf } from '../../kernel/kinds.ts'

/** The caller's own that stand behind the bell; what they tell of a ticket is theirs as long as they may see it. */
export function ownAndVisible(reading: Reading) {
  const tickets = reading.kind('ticket')
  const scope = toSql(scopeOf(tickets, tickets.readGrant, reading), tickets.columns(reading.picture))
  const me = personOf(reading)
  return sql`n.agent_id = ${me}::uuid and n.listed and (n.ticket_id is null or exists (
    select from tickets t left join customers c on c.id = t.customer_id where t.id = n.ticket_id and ${scope}))`
}

/** A key acts for its owner; Baton itself has no notifications. */
export const personOf = ({ caller }: Pick<Reading, 'caller'>): string | null =>
  typeof caller.me.id === 'string' ? caller.me.id : null
