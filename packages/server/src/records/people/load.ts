import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'

/**
 * How much each of these people has in hand: tickets assigned or in progress and running, weighted by urgency
 * (`settings.load_weights`: normal 1, urgent 1, critical 2 unless changed). People without any are left out.
 */
export async function loadOf(db: Db, agentIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ agent_id: string; load: string }>`
    select t.assignee_id as agent_id, sum(coalesce((s.load_weights ->> t.urgency)::numeric, 1)) as load
    from tickets t cross join settings s
    where t.assignee_id = any(${agentIds}::uuid[]) and not t.is_done and t.status in ('assigned', 'in_progress')
      and t.run_state = 'running'
    group by t.assignee_id`.execute(db)
  return new Map(rows.map(row => [row.agent_id, Number(row.load)]))
}
