import { asKnownAt } from '@baton/contract'
import type { Row } from '../../../kernel/steps.ts'
import type { HoursOf } from '../../../records/calendars/index.ts'
import type { ClockRow } from '../../../records/tickets/index.ts'
import { extended } from '../clock.ts'
import { promisedTo, type Standing } from '../promised.ts'
import { settle } from '../settle.ts'
import type { Rulebook } from './rulebook.ts'
import { standsAfter } from './standing.ts'

export interface Logged {
  seq: number
  type: string
  at: Date
  xid: string
  topic_id: string
  subject_id: string
  actor_kind: string
  payload: Row
}

/** Which policy was a ticket's at a moment: kept with every stretch of its clocks. */
export type PolicyAt = (at: Date) => string | null

/** Only told by clocks themselves: nothing is promised otherwise by it. */
const isOfClocks = ({ type }: Logged): boolean => type.startsWith('clock.')

/**
 * A ticket's clocks reckoned once more from its history, transaction by transaction, by the same rules by which they were
 * reckoned then. Pure.
 */
export function replay(
  events: readonly Logged[],
  { policyAt, rules, hours }: { policyAt: PolicyAt; rules: Rulebook; hours: HoursOf },
): ClockRow[] {
  let ticket: Standing | undefined
  let clocks: ClockRow[] = []
  for (const told of transactions(events)) {
    const { at: now, seq } = told[0] as Logged
    const then: HoursOf = id => asKnownAt(hours(id), now.getTime())
    clocks = clocks.map(clock => overdue(clock, now))
    const heard = told.filter(event => !isOfClocks(event))
    if (heard.length === 0) continue
    for (const event of heard) {
      ticket = standsAfter(ticket, event)
      clocks = extension(clocks, event, then)
    }
    if (!ticket) continue
    const policyId = policyAt(now)
    const promised = promisedTo(ticket, policyId === null ? undefined : rules(policyId, seq))
    clocks = settle(ticket, clocks, promised, { now, hours: then, events: told }).clocks
  }
  return clocks
}

/** In their order. */
function transactions(events: readonly Logged[]): Logged[][] {
  const cut: Logged[][] = []
  for (const event of events) {
    const last = cut.at(-1)
    if (last?.[0]?.xid === event.xid && last[0].at.getTime() === event.at.getTime()) last.push(event)
    else cut.push([event])
  }
  return cut
}

/** A red card falls at its due time, whoever notices it when. */
export const overdue = (clock: ClockRow, now: Date): ClockRow =>
  clock.state === 'running' && !clock.breached_at && clock.due_at <= now
    ? { ...clock, breached_at: clock.due_at, asked: null }
    : clock

function extension(clocks: readonly ClockRow[], { type, payload, at }: Logged, hours: HoursOf): ClockRow[] {
  if (type !== 'ticket.extensionGranted') return [...clocks]
  return clocks.map(clock =>
    clock.target === payload.clock && (clock.state === 'running' || clock.state === 'paused')
      ? extended(clock, Number(payload.seconds), at, hours).clock
      : clock,
  )
}
