import type { CallDirection, CallOutcome, CallState } from '@baton/contract'
import { put, type Step, set } from '../../kernel/steps.ts'
import { readPhone } from '../customers/index.ts'

export interface CallRow {
  id: string
  direction: CallDirection
  state: CallState
  source: 'device' | 'hand'
  external_id: string | null
  number: string | null
  phone: string | null
  agent_id: string | null
  customer_id: string | null
  ticket_id: string | null
  answers_id: string | null
  outcome: CallOutcome | null
  started_at: Date
  answered_at: Date | null
  ended_at: Date | null
  created_at: Date
  updated_at: Date
  version: number
}

declare module '../../kernel/db.ts' {
  interface Tables {
    calls: CallRow
  }
}
declare module '../../kernel/kinds.ts' {
  interface KindRows {
    call: CallRow
  }
}

export const isOver = ({ state }: CallRow): boolean => state === 'ended' || state === 'missed'

/** Nobody took it, and nobody has seen to it yet. */
export const isWaiting = ({ state, outcome }: CallRow): boolean => state === 'missed' && outcome === null

/** How long they talked, in whole seconds; null while they do, when they never did, and when the end is not known. */
export const secondsOf = ({ answered_at, ended_at }: Pick<CallRow, 'answered_at' | 'ended_at'>): number | null =>
  answered_at && ended_at ? Math.round((ended_at.getTime() - answered_at.getTime()) / 1000) : null

/** The number as it was told, and in the form that singles somebody out; both null when the caller hides it. */
export function numberTold(text: string | undefined): Pick<CallRow, 'number' | 'phone'> {
  const read = text ? readPhone(text) : undefined
  return { number: read?.shown ?? text ?? null, phone: read?.key ?? null }
}

/** The call as it is now, and the touch that says the same of the customer. */
export function changed(call: CallRow, patch: Partial<CallRow>, now: Date): Step[] {
  const after = { ...call, ...patch }
  return [set('calls', call.id, { ...patch, updated_at: now }), touchOf(after)]
}

export function touchOf(call: CallRow): Step {
  const { number, agent_id } = call
  const [sender, recipient] = call.direction === 'in' ? [number, agent_id] : [agent_id, number]
  return put('touches', ['id'], {
    id: call.id,
    customer_id: call.customer_id,
    ticket_id: call.ticket_id,
    message_id: null,
    channel: 'phone',
    direction: call.direction,
    sender,
    recipient,
    started_at: call.answered_at ?? call.started_at,
    ended_at: call.ended_at,
  })
}
