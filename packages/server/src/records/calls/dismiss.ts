import { done, refuse, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { changed, isOver } from './call.ts'

/** A wrong number, a seller, a matter that is settled: nobody needs to call back. */
export const dismissCall = verb('call.dismiss', {
  subjects: ({ callId }) => ({ call: [callId] }),
  decide(scene, { note }, { now }) {
    const call = scene.one('call')
    if (!isOver(call)) return refuse('call.underway')
    if (call.outcome !== null) return refuse('call.handled')
    const { number, agent_id: agentId } = call
    return done(call.id, [
      ...changed(call, { outcome: 'dismissed' }, now),
      tell('call.dismissed', call.id, call.id, { number, agentId, note: note ?? null }),
    ])
  },
})
