import { deskTopic } from '../../kernel/ids.ts'
import { forbidden } from '../../kernel/problems.ts'
import { done, refuseField, remove, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { credentialsOf, hashPassword, isLocked, isPassword, newPassword, wrongPassword } from '../people/index.ts'
import { liveSessions } from './live.ts'
import { locked } from './open.ts'

/** Ends the person's other sessions: whoever knew the old password is out. */
export const changePassword = verb('session.changePassword', {
  async prepare({ db, caller }, { oldPassword, newPassword: wanted }) {
    const agentId = caller.sessionId && caller.me.id
    if (!agentId) throw forbidden('session.changePassword')
    const credentials = await credentialsOf(db, String(agentId))
    const isRight = credentials !== undefined && (await isPassword(credentials.password_hash, oldPassword))
    const isSame = isRight && (await isPassword(credentials.password_hash, wanted))
    return {
      agentId: String(agentId),
      fits: isRight ? credentials.password_hash : undefined,
      isSame,
      hash: isRight && !isSame ? await hashPassword(wanted) : '',
    }
  },
  subjects: (_input, { agentId }) => ({ agent: [agentId] }),
  async load(tx, _input, { prepared }, call) {
    return {
      credentials: await credentialsOf(tx, prepared.agentId),
      live: await liveSessions(tx, prepared.agentId, call.now),
    }
  },
  decide({ one, prepared, loaded: { credentials, live } }, _input, call) {
    const agent = one('agent')
    const sessionId = String(call.caller.sessionId)
    if (!credentials) return { refusal: forbidden('session.changePassword') }
    // Guessing here is guessing too: a stolen session must not find out the password.
    if (isLocked(credentials, call.now)) return { refusal: locked(credentials, call.now) }
    if (prepared.fits !== credentials.password_hash) {
      const wrong = refuseField('oldPassword', 'password.wrong')
      return { ...wrong, steps: wrongPassword(credentials, agent.name, call.now) }
    }
    if (prepared.isSame) return refuseField('newPassword', 'password.same')
    return done(sessionId, [
      newPassword(agent.id, prepared.hash, false, call.now),
      ...live.filter(session => session.id !== sessionId).map(session => remove('sessions', { id: session.id })),
      tell('session.passwordChanged', deskTopic, agent.id, {}),
    ])
  },
})
