import { done } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { type CallRow, isOver } from './call.ts'
import { callNamed, lockedWith } from './named.ts'
import { over } from './over.ts'

/** Nobody told the end of it. What rang is missed from now on; how long they talked is not known, and not made up. */
export const lapseCall = verb<'call.lapse', CallRow>('call.lapse', {
  prepare: ({ db }, input) => callNamed(db, input),
  subjects: (_input, call) => lockedWith(call),
  decide(scene, _input, { now }) {
    const calls = scene.rows('call')
    const call = calls.find(({ id }) => id === scene.prepared.id) as CallRow
    if (isOver(call)) return done(call.id, [])
    const endedAt = call.state === 'ringing' ? now : null
    return done(call.id, over(call, endedAt, now, { calls, ticketId: scene.prepared.ticket_id ?? undefined }))
  },
})
