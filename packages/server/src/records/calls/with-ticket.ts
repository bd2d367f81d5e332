import type { CallOutcome } from '@baton/contract'
import { type Kind, mayOn } from '../../kernel/kinds.ts'
import { invalidField } from '../../kernel/problems.ts'
import { type Refusal, refuse, type Step, tell } from '../../kernel/steps.ts'
import type { Call, Preparing } from '../../kernel/verb.ts'
import { type CallRow, changed, numberTold, secondsOf } from './call.ts'
import { callKind } from './kind.ts'
import { calledBack } from './over.ts'

export interface KeptCall {
  row: CallRow
  /** The number of the ticket that it is kept with already. */
  ticketNumber: string | null
  /** The number as it is registered in the end: one that was typed by hand may have been mended since. */
  told?: string | undefined
}

/** The call in which a matter is told. A 422 when there is none, or it is none of the caller's. */
export async function keptCall(preparing: Preparing, callId: string | undefined): Promise<KeptCall | undefined> {
  if (!callId) return undefined
  const row = await preparing.db
    .selectFrom('calls as k')
    .leftJoin('tickets as t', 't.id', 'k.ticket_id')
    .selectAll('k')
    .select('t.number as ticket_number')
    .where('k.id', '=', callId)
    .executeTakeFirst()
  if (!row || !mayOn(callKind as Kind, 'call.get', row, preparing.caller, preparing))
    throw invalidField('callId', 'unknown_id')
  return { row, ticketNumber: row.ticket_number }
}

/** What is to be locked with it. */
export const callsOf = (kept: KeptCall | undefined) =>
  kept ? { call: [kept.row.id, ...(kept.row.answers_id ? [kept.row.answers_id] : [])] } : {}

interface Ticket {
  id: string
  customer_id: string | null
}

/**
 * Puts the call to its ticket. One that an agent times by hand is over with it, since nobody hangs up twice; a phone
 * system's own goes on until it says so.
 */
export function keep(
  kept: KeptCall,
  locked: readonly CallRow[],
  ticket: Ticket,
  outcome: CallOutcome,
  { now }: Call,
): { call: CallRow; steps: Step[] } | Refusal {
  const call = locked.find(({ id }) => id === kept.row.id) ?? kept.row
  if (call.ticket_id && call.ticket_id !== ticket.id) return refuse('call.used', { number: kept.ticketNumber ?? '' })
  const mended = call.source === 'hand' && kept.told ? numberTold(kept.told) : {}
  const answered = call.state === 'ringing' ? { state: 'talking' as const, answered_at: now } : {}
  const ends = call.source === 'hand' && call.state === 'talking' ? { state: 'ended' as const, ended_at: now } : {}
  const patch = {
    ticket_id: ticket.id,
    customer_id: ticket.customer_id ?? call.customer_id,
    outcome,
    ...mended,
    ...answered,
    ...ends,
  }
  const after: CallRow = { ...call, ...patch }
  const { number, agent_id: agentId } = call
  return {
    call: after,
    steps: [
      ...changed(call, patch, now),
      ...('ended_at' in ends
        ? [tell('call.ended', call.id, call.id, { number, agentId, seconds: secondsOf(after), ticketId: ticket.id })]
        : []),
      tell('call.settled', call.id, call.id, { number, agentId, outcome, ticketId: ticket.id }),
      ...calledBack(call, locked, now),
    ],
  }
}
