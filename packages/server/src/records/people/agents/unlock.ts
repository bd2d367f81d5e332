import { deskTopic } from '../../../kernel/ids.ts'
import { done, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { credentialsOf, unlocked } from '../credentials.ts'

export const unlockAgent = verb('agent.unlock', {
  subjects: ({ agentId }) => ({ agent: [agentId] }),
  load: (tx, { agentId }) => credentialsOf(tx, agentId),
  decide(scene) {
    const agent = scene.one('agent')
    const steps = scene.loaded ? unlocked(scene.loaded) : []
    if (steps.length === 0) return done(agent.id, [])
    return done(agent.id, [...steps, tell('agent.unlocked', deskTopic, agent.id, { name: agent.name })])
  },
})
