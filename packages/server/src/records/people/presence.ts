import type { Presence } from '@baton/contract'
import { deskTopic } from '../../kernel/ids.ts'
import { type Step, set, tell } from '../../kernel/steps.ts'
import type { AgentRow } from './rows.ts'

/** Presence comes and goes all day: it is no configuration, and makes nobody's open form stale, so the version stays. */
export function nowPresent(agent: AgentRow, to: Presence, now: Date): Step[] {
  if (agent.presence === to) return []
  return [
    set('agents', agent.id, { presence: to, presence_at: now, version: agent.version }),
    tell('agent.presenceChanged', deskTopic, agent.id, { name: agent.name, from: agent.presence, to }),
  ]
}
