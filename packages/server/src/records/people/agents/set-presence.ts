import { type Kind, mayOn } from '../../../kernel/kinds.ts'
import { forbidden, notFound } from '../../../kernel/problems.ts'
import { done, refuseField } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { agentKind } from '../kinds.ts'
import { nowPresent } from '../presence.ts'

/** One's own presence at will, another's by grant. */
export const setPresence = verb('agent.setPresence', {
  subjects(input, _prepared, caller) {
    const agentId = input.agentId ?? caller.me.id
    if (!agentId) throw forbidden('agent.setPresence')
    return { agent: [String(agentId)] }
  },
  decide(scene, { state }, call) {
    const agent = scene.one('agent')
    const may = (grant: string) => mayOn(agentKind as unknown as Kind, grant, agent, call.caller, call)
    if (agent.id !== call.caller.me.id && !may('agent.get')) return { refusal: notFound() }
    if (agent.id !== call.caller.me.id && !may('agent.setPresence')) return { refusal: forbidden('agent.setPresence') }
    if (agent.status === 'disabled' && state !== 'offline') return refuseField('agentId', 'disabled')
    return done(agent.id, nowPresent(agent, state, call.now))
  },
})
