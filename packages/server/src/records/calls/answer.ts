import { done, refuse, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { lapsing } from './begun.ts'
import { type CallRow, changed, isOver } from './call.ts'
import { isRefusal, momentTold } from './moment.ts'
import { callNamed } from './named.ts'

/** It was taken up; told twice, the first moment counts. */
export const answerCall = verb<'call.answer', CallRow>('call.answer', {
  prepare: ({ db }, input) => callNamed(db, input),
  subjects: (_input, { id }) => ({ call: [id] }),
  decide(scene, { at }, { now }) {
    const call = scene.one('call')
    if (isOver(call)) return refuse('call.over')
    if (call.state === 'talking') return done(call.id, [])
    const answered = momentTold('at', at, now)
    if (isRefusal(answered)) return answered
    const from = Math.max(answered.getTime(), call.started_at.getTime())
    const patch = { state: 'talking' as const, answered_at: new Date(from) }
    return done(call.id, [
      ...changed(call, patch, now),
      ...lapsing({ ...call, ...patch }, now),
      tell('call.answered', call.id, call.id, { number: call.number, agentId: call.agent_id }),
    ])
  },
})
