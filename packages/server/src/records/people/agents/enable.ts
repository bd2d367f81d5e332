import { oneAtATime } from '../../../kernel/exclusive.ts'
import { deskTopic } from '../../../kernel/ids.ts'
import { Problem } from '../../../kernel/problems.ts'
import { done, reconfigure, set, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { directory } from '../directory.ts'
import { roleProblems } from '../membership.ts'

/** Gives back what was taken by disabling, so it is bound like giving roles: not beyond one's own. */
export const enableAgent = verb('agent.enable', {
  subjects: ({ agentId }) => ({ ...oneAtATime, agent: [agentId] }),
  decide(scene, _input, call) {
    const agent = scene.one('agent')
    if (agent.status === 'active') return done(agent.id, [])
    const people = call.of(directory)
    const held = agent.role_ids.filter(id => people.roles.get(id)?.archived === false)
    const problems = roleProblems(held, [], people, call.caller)
    if (problems.length > 0) return { refusal: new Problem(422, 'invalid', {}, problems) }
    return done(agent.id, [
      set('agents', agent.id, { status: 'active' }),
      tell('agent.enabled', deskTopic, agent.id, { name: agent.name }),
      reconfigure,
    ])
  },
})
