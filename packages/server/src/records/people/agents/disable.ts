import { oneAtATime } from '../../../kernel/exclusive.ts'
import { deskTopic } from '../../../kernel/ids.ts'
import { done, reconfigure, refuse, set, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { directory } from '../directory.ts'
import { isLastAdministrator } from '../last-administrator.ts'
import { nowPresent } from '../presence.ts'

/** Ends what the person does here: sessions and keys work no more, and the tickets in hand return to the pool. */
export const disableAgent = verb('agent.disable', {
  subjects: ({ agentId }) => ({ ...oneAtATime, agent: [agentId] }),
  decide(scene, { reason }, call) {
    const agent = scene.one('agent')
    if (agent.id === call.caller.me.id) return refuse('agent.self')
    if (agent.status === 'disabled') return done(agent.id, [])
    if (isLastAdministrator(agent.id, call.of(directory))) return refuse('agent.lastAdministrator')
    return done(agent.id, [
      ...nowPresent(agent, 'offline', call.now),
      set('agents', agent.id, { status: 'disabled', version: agent.version + 1 }),
      tell('agent.disabled', deskTopic, agent.id, { name: agent.name, reason: reason ?? null }),
      reconfigure,
    ])
  },
})
