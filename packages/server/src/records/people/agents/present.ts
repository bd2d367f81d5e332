import { sql } from 'kysely'
import { mayOn, type Present } from '../../../kernel/kinds.ts'
import { agentKind } from '../kinds.ts'
import { loadOf } from '../load.ts'
import type { AgentRow } from '../rows.ts'

export const presentAgents: Present = async (reading, ids) => {
  const { db, caller, now } = reading
  const [rows, loads] = await Promise.all([
    db
      .selectFrom('agents')
      .leftJoin('credentials', 'credentials.agent_id', 'agents.id')
      .selectAll('agents')
      .select('credentials.locked_until')
      .where(sql<boolean>`agents.id = any(${ids}::uuid[])`)
      .execute(),
    loadOf(db, ids),
  ])
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    if (!row) return []
    const isLocked = row.locked_until !== null && row.locked_until > now
    return {
      id,
      employeeNo: row.employee_no,
      name: row.name,
      email: row.email,
      phone: row.phone,
      extension: row.extension,
      locale: row.locale,
      status: row.status,
      departmentIds: row.department_ids,
      roleIds: row.role_ids,
      skills: row.skills,
      capacity: row.capacity,
      presence: row.presence,
      presenceAt: row.presence_at.toISOString(),
      load: loads.get(id) ?? 0,
      lockedUntil: isLocked ? row.locked_until?.toISOString() : null,
      createdAt: row.created_at.toISOString(),
      version: row.version,
      allowed: [
        ...sensible(row, caller.me.id === id, isLocked).filter(verb => mayOn(agentKind, verb, row, caller, reading)),
        ...(caller.me.id === id ? ['agent.updateMe', 'agent.setPresence'] : []),
      ],
    }
  })
}

/** The verbs that make sense on this person now, whoever may do them. */
function sensible({ status }: AgentRow, isMe: boolean, isLocked: boolean): string[] {
  if (isMe) return ['agent.update', ...(isLocked ? ['agent.unlock'] : [])]
  if (status === 'disabled') return ['agent.update', 'agent.enable', 'agent.resetPassword']
  return [
    'agent.update',
    'agent.disable',
    'agent.resetPassword',
    'agent.setPresence',
    ...(isLocked ? ['agent.unlock'] : []),
  ]
}
