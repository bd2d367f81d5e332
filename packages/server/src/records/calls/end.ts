import { done, refuseField } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { type CallRow, isOver } from './call.ts'
import { isRefusal, momentTold } from './moment.ts'
import { callNamed, lockedWith } from './named.ts'
import { over } from './over.ts'

/** Somebody hung up; told twice, the first moment counts. */
export const endCall = verb<'call.end', CallRow>('call.end', {
  prepare: ({ db }, input) => callNamed(db, input),
  subjects: (_input, call) => lockedWith(call),
  decide(scene, { at, reached }, { now }) {
    const calls = scene.rows('call')
    const call = calls.find(({ id }) => id === scene.prepared.id) as CallRow
    if (isOver(call)) return done(call.id, [])
    const ended = momentTold('at', at, now)
    if (isRefusal(ended)) return ended
    if (ended < (call.answered_at ?? call.started_at)) return refuseField('at', 'time.order')
    // Nobody answered: it rang all the while.
    const told = reached || call.direction === 'in' ? call : { ...call, state: 'ringing' as const, answered_at: null }
    return done(call.id, over(told, ended, now, { calls, ticketId: scene.prepared.ticket_id ?? undefined }))
  },
})
