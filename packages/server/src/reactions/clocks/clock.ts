import { type Hours, laterBy, workedBetween } from '@baton/contract'
import { newId } from '../../kernel/ids.ts'
import { add, type Step, set } from '../../kernel/steps.ts'
import type { ClockRow } from '../../records/tickets/index.ts'
import type { Promised } from './promised.ts'

/** A clock after a step, and what the step writes. */
export interface Moved {
  clock: ClockRow
  steps: Step[]
}

/** By which working time a calendar reckons; round the clock without one. */
export type HoursOf = (calendarId: string | null) => Hours

/** A new promise, begun now. */
export function started(ticketId: string, promised: Promised, now: Date, hours: HoursOf): Moved {
  const { target, policyId, calendarId, seconds, round, paused } = promised
  const clock: ClockRow = {
    id: newId(),
    ticket_id: ticketId,
    subject_kind: 'ticket',
    subject_id: ticketId,
    target,
    target_seconds: seconds,
    calendar_id: calendarId,
    policy_id: policyId,
    round,
    state: paused ? 'paused' : 'running',
    started_at: now,
    since: now,
    due_at: after(hours(calendarId), now, seconds),
    used_seconds: 0,
    ended_at: null,
    breached_at: null,
    breached_department_id: null,
    breached_assignee_id: null,
  }
  const { ended_at, breached_at, breached_department_id, breached_assignee_id, ...row } = clock
  return { clock, steps: [add('clocks', row)] }
}

/** Kept, or of no more account; what has run until now stays with it. */
export function ended(clock: ClockRow, state: 'met' | 'dropped', now: Date, hours: HoursOf): Moved {
  return moved(clock, now, state, { state, since: now, ended_at: now, used_seconds: used(clock, now, hours) })
}

/** Stands still from now on, for a reason that is told. */
export function paused(clock: ClockRow, cause: string, now: Date, hours: HoursOf): Moved {
  return moved(clock, now, cause, { state: 'paused', since: now, used_seconds: used(clock, now, hours) })
}

/** Goes on from where it stood: what was left is left, from now on. */
export function resumed(clock: ClockRow, cause: string, now: Date, hours: HoursOf): Moved {
  const left = clock.target_seconds - clock.used_seconds
  return moved(clock, now, cause, { state: 'running', since: now, due_at: after(hours(clock.calendar_id), now, left) })
}

/** Another policy, urgency or calendar promises another time; what has run by the old one keeps counting. */
export function retargeted(clock: ClockRow, promised: Promised, now: Date, hours: HoursOf): Moved {
  const { policyId, calendarId, seconds } = promised
  const ran = used(clock, now, hours)
  return moved(clock, now, 'promise.changed', {
    policy_id: policyId,
    calendar_id: calendarId,
    target_seconds: seconds,
    since: now,
    used_seconds: ran,
    ...(clock.state === 'running' && { due_at: after(hours(calendarId), now, seconds - ran) }),
  })
}

/** Whether its calendar says by now that it is due at another time: the calendar was changed since. */
export const isOff = (clock: ClockRow, hours: HoursOf): boolean =>
  clock.state === 'running' &&
  after(hours(clock.calendar_id), clock.since, clock.target_seconds - clock.used_seconds).getTime() !==
    clock.due_at.getTime()

/** With the stretch that ends now, kept as the explanation of the clock. */
function moved(clock: ClockRow, now: Date, cause: string, patch: Partial<ClockRow>): Moved {
  const stretch = add('clock_segments', {
    id: newId(),
    clock_id: clock.id,
    ticket_id: clock.ticket_id,
    from_at: clock.since,
    to_at: now,
    state: clock.state,
    cause,
  })
  return { clock: { ...clock, ...patch }, steps: [stretch, set('clocks', clock.id, patch)] }
}

/** Working seconds that have run by now. */
const used = (clock: ClockRow, now: Date, hours: HoursOf): number =>
  clock.used_seconds +
  (clock.state === 'running'
    ? Math.round(workedBetween(hours(clock.calendar_id), clock.since.getTime(), now.getTime()) / 1000)
    : 0)

/** No promise reaches further; a calendar that never opens keeps its promises until then. */
const furthest = 20 * 366 * 86_400_000

/** When so many working seconds will have run. One that has run longer than was promised was due just now. */
const after = (hours: Hours, now: Date, seconds: number): Date => {
  const start = now.getTime()
  if (seconds < 0) return new Date(start + seconds * 1000)
  return new Date(laterBy(hours, start, seconds * 1000) ?? start + furthest)
}
