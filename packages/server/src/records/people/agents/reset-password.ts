import { oneAtATime } from '../../../kernel/exclusive.ts'
import { deskTopic } from '../../../kernel/ids.ts'
import { Problem } from '../../../kernel/problems.ts'
import { done, refuse, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { newPassword } from '../credentials.ts'
import { directory } from '../directory.ts'
import { roleProblems } from '../membership.ts'
import { hashPassword, initialPassword } from '../password.ts'

/** Whoever knows the new password may sign in with it, so only people who may no more than oneself are given one. */
export const resetPassword = verb('agent.resetPassword', {
  async prepare() {
    const password = initialPassword()
    return { password, hash: await hashPassword(password) }
  },
  subjects: ({ agentId }) => ({ ...oneAtATime, agent: [agentId] }),
  decide(scene, _input, call) {
    const agent = scene.one('agent')
    const { password, hash } = scene.prepared
    if (agent.id === call.caller.me.id) return refuse('agent.ownPassword')
    const people = call.of(directory)
    const held = agent.role_ids.filter(id => people.roles.get(id)?.archived === false)
    const problems = roleProblems(held, [], people, call.caller)
    if (problems.length > 0) return { refusal: new Problem(422, 'invalid', {}, problems) }
    return done(
      agent.id,
      [
        newPassword(agent.id, hash, true, call.now),
        tell('agent.passwordReset', deskTopic, agent.id, { name: agent.name }),
      ],
      { initialPassword: password },
    )
  },
})
