import {
  type CallDirection,
  type Catalogue,
  callDirections,
  callEvents,
  callStates,
  type EventName,
} from '@baton/contract'
import { sql } from 'kysely'
import { type Columns, toSql } from '../../kernel/conditions/index.ts'
import type { Db } from '../../kernel/db.ts'
import { type Kind, type Reading, scopeOf } from '../../kernel/kinds.ts'
import { lockRows } from '../../kernel/lock-rows.ts'
import type { CallRow } from './call.ts'

const catalogue: Catalogue = {
  id: { type: 'ref', to: 'call', nullable: false },
  direction: { type: 'choice', nullable: false, options: callDirections },
  state: { type: 'choice', nullable: false, options: callStates },
  agentId: { type: 'ref', to: 'agent', nullable: true },
  customerId: { type: 'ref', to: 'customer', nullable: true },
  ticketId: { type: 'ref', to: 'ticket', nullable: true },
  startedAt: { type: 'time', nullable: false },
}

/** Over `calls k`. */
const columns: Columns = {
  id: { sql: sql`k.id` },
  direction: { sql: sql`k.direction` },
  state: { sql: sql`k.state` },
  agentId: { sql: sql`k.agent_id` },
  customerId: { sql: sql`k.customer_id` },
  ticketId: { sql: sql`k.ticket_id` },
  startedAt: { sql: sql`k.started_at` },
}

/** Calls as the shell knows them: locked after the tickets that they belong to, and before agents. */
export const callKind: Kind<'call'> = {
  name: 'call',
  table: 'calls',
  rank: 30,
  lock: lockRows<CallRow>('calls'),
  live: {
    announces: Object.keys(callEvents) as EventName[],
    load,
  },
  readGrant: 'call.get',
  plain: row => ({
    id: row.id,
    direction: row.direction satisfies CallDirection,
    state: row.state,
    agentId: row.agent_id,
    customerId: row.customer_id,
    ticketId: row.ticket_id,
    startedAt: row.started_at,
  }),
  catalogue: () => catalogue,
  columns: () => columns,
}

async function load(db: Db, ids: readonly string[]): Promise<CallRow[]> {
  const { rows } = await sql<CallRow>`select * from calls where id = any(${ids}::uuid[]) order by id`.execute(db)
  return rows
}

/** The caller's part of the calls, over `calls k`. */
export const inScope = (reading: Reading, grant = 'call.get') =>
  toSql(scopeOf(callKind as Kind, grant, reading), columns)
