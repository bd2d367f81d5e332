import { newId } from '../../kernel/ids.ts'
import { add, type Step } from '../../kernel/steps.ts'
import { schedule } from '../../kernel/timers.ts'
import { type CallRow, touchOf } from './call.ts'

/** Somebody who is not there lets it ring so long; then whoever calls has given up, whatever the phone system says. */
const ringsAtMost = 3 * 60_000
/** Nobody talks longer than that: its end was never told. */
const talksAtMost = 12 * 3_600_000

type Beginning = Partial<CallRow> & Pick<CallRow, 'direction' | 'state' | 'source' | 'agent_id' | 'started_at'>

/** A new call with its touch, and what closes it should nobody ever tell of its end. */
export function begun(call: Beginning, now: Date): { row: CallRow; steps: Step[] } {
  const row: CallRow = {
    id: newId(),
    external_id: null,
    number: null,
    phone: null,
    customer_id: null,
    ticket_id: null,
    answers_id: null,
    outcome: null,
    answered_at: null,
    ended_at: null,
    created_at: now,
    updated_at: now,
    version: 1,
    ...call,
  }
  return { row, steps: [add('calls', row), touchOf(row), ...lapsing(row, now)] }
}

export function lapsing({ id, state }: CallRow, now: Date): Step[] {
  if (state !== 'ringing' && state !== 'talking') return []
  const patience = state === 'ringing' ? ringsAtMost : talksAtMost
  return [schedule('call.lapse', id, new Date(now.getTime() + patience), { callId: id })]
}
