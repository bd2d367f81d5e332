import { sql } from 'kysely'
import type { Caller } from '../../kernel/caller.ts'
import type { Present, Reading } from '../../kernel/kinds.ts'
import type { Row } from '../../kernel/steps.ts'
import { directory, presentAgents } from '../people/index.ts'
import { personCaller } from './callers.ts'
import type { SessionRow } from './rows.ts'

export const presentSessions: Present = async (reading, ids) => {
  const rows = await reading.db
    .selectFrom('sessions')
    .innerJoin('credentials', 'credentials.agent_id', 'sessions.agent_id')
    .selectAll('sessions')
    .select('credentials.must_change')
    .where(sql<boolean>`sessions.id = any(${ids}::uuid[])`)
    .execute()
  const agents = await agentsOf(rows, reading)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    return row ? { ...sessionRecord(row, reading.caller), agent: agents.get(row.agent_id) ?? null } : []
  })
}

const sessionRecord = (row: SessionRow & { must_change: boolean }, caller: Caller): Row => ({
  id: row.id,
  mustChangePassword: row.must_change,
  current: row.id === caller.sessionId,
  ip: row.ip,
  userAgent: row.user_agent,
  createdAt: row.created_at.toISOString(),
  seenAt: row.seen_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
})

/** Whoever has just signed in called as nobody, but is answered as the person. */
async function agentsOf(rows: readonly SessionRow[], reading: Reading): Promise<Map<string, Row>> {
  const agentIds = [...new Set(rows.map(row => row.agent_id))]
  const [first] = rows
  const person = first && reading.picture.of(directory).agents.get(first.agent_id)
  const { caller, picture } = reading
  const as =
    caller.actor.kind === 'outside' && person
      ? personCaller(
          person,
          picture,
          { ip: caller.ip, userAgent: '', locale: caller.locale },
          { sessionId: first.id, mustChangePassword: false },
        )
      : caller
  const records = await presentAgents({ ...reading, caller: as }, agentIds)
  return new Map(records.map(record => [String(record.id), record]))
}
