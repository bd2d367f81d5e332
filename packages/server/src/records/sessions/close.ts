import { deskTopic } from '../../kernel/ids.ts'
import { forbidden, notFound } from '../../kernel/problems.ts'
import { done, put, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { nowPresent } from '../people/index.ts'
import { liveSessions } from './live.ts'

/** Signs out: here, or elsewhere by the session's id. Other people's sessions are ended by whoever is granted it. */
export const closeSession = verb('session.close', {
  async prepare({ db, caller }, { sessionId }) {
    const id = sessionId ?? caller.sessionId
    if (!id) throw forbidden('session.close')
    const session = await db.selectFrom('sessions').select(['id', 'agent_id']).where('id', '=', id).executeTakeFirst()
    const mayEnd = session && (session.agent_id === caller.me.id || caller.grants.may('session.close') === true)
    if (!mayEnd) throw notFound()
    return session
  },
  subjects: (_input, session) => ({ agent: [session.agent_id] }),
  load: (tx, _input, { prepared }, call) => liveSessions(tx, prepared.agent_id, call.now),
  decide({ one, prepared: { id }, loaded: live }, _input, call) {
    const agent = one('agent')
    const session = live.find(candidate => candidate.id === id)
    if (!session) return done(id, [])
    return done(id, [
      put('sessions', ['id'], { ...session, ended_at: call.now }),
      tell('session.closed', deskTopic, agent.id, { sessionId: id, name: agent.name }),
      ...(live.length === 1 ? nowPresent(agent, 'offline', call.now) : []),
    ])
  },
})
