import { type Step, tell } from '../../kernel/steps.ts'
import { unschedule } from '../../kernel/timers.ts'
import { type CallRow, changed, isWaiting, secondsOf } from './call.ts'

/**
 * The call is over at `endedAt`, or at a time that nobody knows. An incoming one that nobody took is missed and waits for
 * somebody; the ticket that it came about hears of its end. `others` are the rows locked with it.
 */
export function over(
  call: CallRow,
  endedAt: Date | null,
  now: Date,
  others: { calls: readonly CallRow[]; ticketId?: string | undefined },
): Step[] {
  const missed = call.state === 'ringing' && call.direction === 'in'
  const unreached = call.state === 'ringing' && call.direction === 'out'
  const patch: Partial<CallRow> = {
    state: missed ? 'missed' : 'ended',
    ended_at: endedAt,
    ...(unreached && { answered_at: null }),
    ...(unreached && { outcome: 'unreached' as const }),
    ...(endedAt === null && call.outcome === null && { outcome: 'lapsed' as const }),
  }
  const after = { ...call, ...patch }
  const { number, agent_id: agentId } = call
  return [
    ...changed(call, patch, now),
    unschedule('call.lapse', call.id),
    missed
      ? tell('call.missed', call.id, call.id, { number, agentId, customerId: call.customer_id })
      : tell('call.ended', call.id, call.id, { number, agentId, seconds: secondsOf(after), ticketId: call.ticket_id }),
    ...(call.ticket_id && call.ticket_id === others.ticketId
      ? [tell('ticket.callEnded', call.ticket_id, call.ticket_id, { callId: call.id, seconds: secondsOf(after) })]
      : []),
    ...(unreached || missed ? [] : calledBack(call, others.calls, now)),
  ]
}

/** Who was called back and talked to waits no longer. */
export function calledBack(call: CallRow, locked: readonly CallRow[], now: Date): Step[] {
  const waiting = locked.find(row => row.id === call.answers_id && isWaiting(row))
  if (!waiting) return []
  return [
    ...changed(waiting, { outcome: 'calledBack' }, now),
    tell('call.settled', waiting.id, waiting.id, {
      number: waiting.number,
      agentId: waiting.agent_id,
      outcome: 'calledBack',
      ticketId: null,
    }),
  ]
}
