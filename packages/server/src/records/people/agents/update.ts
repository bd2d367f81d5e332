import { oneAtATime } from '../../../kernel/exclusive.ts'
import { deskTopic } from '../../../kernel/ids.ts'
import { Problem } from '../../../kernel/problems.ts'
import { changesOf, type Decision, done, type Row, reconfigure, refuse, set, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { directory } from '../directory.ts'
import { isLastAdministrator } from '../last-administrator.ts'
import { departmentProblems, once, roleProblems } from '../membership.ts'
import type { AgentRow } from '../rows.ts'

export const updateAgent = verb('agent.update', {
  subjects: ({ agentId }) => ({ ...oneAtATime, agent: [agentId] }),
  decide(scene, input, call) {
    const agent = scene.one('agent')
    const people = call.of(directory)
    const problems = [
      ...departmentProblems(input.departmentIds ?? [], agent.department_ids, people),
      ...roleProblems(input.roleIds ?? [], agent.role_ids, people, call.caller),
    ]
    if (problems.length > 0) return { refusal: new Problem(422, 'invalid', {}, problems) }
    const roles = input.roleIds && people.roles
    const staysAdministrator = !roles || input.roleIds?.some(id => roles.get(id)?.key === 'administrator')
    if (!staysAdministrator && isLastAdministrator(agent.id, people)) return refuse('agent.lastAdministrator')
    return changed(agent, {
      ...(input.name !== undefined && { name: input.name }),
      ...(input.email !== undefined && { email: input.email }),
      ...(input.phone !== undefined && { phone: input.phone }),
      ...(input.extension !== undefined && { extension: input.extension }),
      ...(input.departmentIds && { department_ids: once(input.departmentIds) }),
      ...(input.roleIds && { role_ids: once(input.roleIds) }),
      ...(input.skills && { skills: once(input.skills) }),
      ...(input.capacity !== undefined && { capacity: input.capacity }),
    })
  },
})

const names = {
  name: 'name',
  email: 'email',
  phone: 'phone',
  extension: 'extension',
  locale: 'locale',
  department_ids: 'departmentIds',
  role_ids: 'roleIds',
  skills: 'skills',
  capacity: 'capacity',
}

/** Nothing is written, and nobody's open form grows stale, when nothing differs. */
export function changed(agent: AgentRow, patch: Partial<AgentRow>): Decision {
  const changes = changesOf(agent as unknown as Row, patch, names)
  if (changes.length === 0) return done(agent.id, [])
  return done(agent.id, [
    set('agents', agent.id, patch),
    tell('agent.updated', deskTopic, agent.id, { name: patch.name ?? agent.name, changes }),
    reconfigure,
  ])
}
