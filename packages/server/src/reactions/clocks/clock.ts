import { workedIn } from '@baton/contract'
import { newId } from '../../kernel/ids.ts'
import { add, type Step, set } from '../../kernel/steps.ts'
import type { HoursOf } from '../../records/calendars/index.ts'
import { type ClockRow, rungAt, runUntil } from '../../records/tickets/index.ts'
import type { Promised } from './promised.ts'

/** A clock after a step, and what the step writes. */
export interface Moved {
  clock: ClockRow
  steps: Step[]
}

/** A new promise, begun now. */
export function started(ticketId: string, promised: Promised, now: Date, hours: HoursOf): Moved {
  const { ladder, ...promise } = promiseOf(promised, 0)
  const begun = {
    id: newId(),
    ticket_id: ticketId,
    subject_kind: 'ticket' as const,
    subject_id: ticketId,
    target: promised.target,
    round: promised.round,
    ...promise,
    state: promised.paused ? ('paused' as const) : ('running' as const),
    cause: promised.paused ?? 'started',
    started_at: now,
    since: now,
    used_seconds: 0,
  }
  const plain = { ...untouched, ...begun, ladder }
  const { rung_at, ...marks } = marksFrom(plain, now, hours)
  // Few promises have a ladder: the others need not carry an empty one through the statement that opens a ticket.
  const climb = ladder.length > 0 ? { ladder, rung_at } : {}
  return { clock: { ...plain, ...marks, rung_at }, steps: [add('clocks', { ...begun, ...marks, ...climb })] }
}

/** What a new clock has as the table gives it. */
const untouched = {
  due_at: new Date(0),
  warns_at: null,
  warned_at: null,
  warned_department_id: null,
  warned_assignee_id: null,
  breached_at: null,
  breached_department_id: null,
  breached_assignee_id: null,
  ended_at: null,
  extended_seconds: 0,
  asked: null,
  rung: 0,
  rung_at: null,
}

/** Kept, or of no more account; what has run until now stays with it. */
export const ended = (clock: ClockRow, state: 'met' | 'dropped', now: Date, hours: HoursOf): Moved =>
  moved(clock, now, hours, { state, cause: state, ended_at: now, asked: null })

/** Stands still from now on, for a reason that is told. */
export const paused = (clock: ClockRow, cause: string, now: Date, hours: HoursOf): Moved =>
  moved(clock, now, hours, { state: 'paused', cause })

/** Goes on from where it stood: what was left is left, from now on. */
export const resumed = (clock: ClockRow, cause: string, now: Date, hours: HoursOf): Moved =>
  moved(clock, now, hours, { state: 'running', cause })

/** Another policy, urgency or calendar promises another time; what has run by the old one keeps counting. */
export const retargeted = (clock: ClockRow, promised: Promised, now: Date, hours: HoursOf): Moved =>
  moved(clock, now, hours, {
    ...promiseOf(promised, clock.extended_seconds),
    cause: 'promise.changed',
    ...(isOtherLadder(clock, promised) && { rung: climbed(clock, promised, now, hours) }),
  })

/** More time than the policy promises. */
export const extended = (clock: ClockRow, seconds: number, now: Date, hours: HoursOf): Moved =>
  moved(clock, now, hours, {
    target_seconds: clock.target_seconds + seconds,
    extended_seconds: clock.extended_seconds + seconds,
    cause: 'extension.granted',
    asked: null,
  })

/** Whether a clock promises something else than what is promised now. */
export function isOther(clock: ClockRow, promised: Promised, hours: HoursOf): boolean {
  const now = promiseOf(promised, clock.extended_seconds)
  const isSame = (Object.keys(now) as (keyof typeof now)[]).every(
    column => column === 'ladder' || clock[column] === now[column],
  )
  return !isSame || isOtherLadder(clock, promised) || isOff(clock, hours)
}

/** Whether its calendar says by now that it is due at another time: the calendar was changed since. */
function isOff(clock: ClockRow, hours: HoursOf): boolean {
  if (clock.state !== 'running') return false
  const { due_at, warns_at } = marksFrom(clock, clock.since, hours)
  return due_at.getTime() !== clock.due_at.getTime() || warns_at?.getTime() !== clock.warns_at?.getTime()
}

/** By value: the database gives the keys of JSON in an order of its own. */
const isOtherLadder = ({ ladder }: ClockRow, promised: Promised): boolean =>
  rungsText(ladder) !== rungsText(promised.ladder)
const rungsText = (ladder: Promised['ladder']): string =>
  JSON.stringify(ladder.map(({ seconds, verb, input }) => [seconds, verb, Object.entries(input).sort()]))

/** Of another ladder, what lies behind already is not done any more. */
function climbed(clock: ClockRow, { seconds, ladder }: Promised, now: Date, hours: HoursOf): number {
  const ran = used(clock, now, hours) - seconds - clock.extended_seconds
  return ladder.filter(rung => rung.seconds < ran).length
}

function promiseOf({ policyId, calendarId, seconds, leadSeconds, ladder }: Promised, extension: number) {
  return {
    policy_id: policyId,
    calendar_id: calendarId,
    target_seconds: seconds + extension,
    lead_seconds: leadSeconds,
    ladder,
  }
}

/** With the stretch that ends now, kept as the explanation of the clock. */
function moved(clock: ClockRow, now: Date, hours: HoursOf, patch: Partial<ClockRow>): Moved {
  const ran = used(clock, now, hours)
  const next = { ...clock, ...patch, since: now, used_seconds: ran }
  const change = {
    ...patch,
    since: now,
    used_seconds: ran,
    ...(next.state === 'running' && afresh(next, marksFrom(next, now, hours), now)),
  }
  return {
    clock: { ...clock, ...change },
    steps: [stretch(clock, now, ran), set('clocks', clock.id, change)],
  }
}

function stretch(clock: ClockRow, now: Date, ran: number): Step {
  const { target_seconds, calendar_id, policy_id, ticket_id, state, cause } = clock
  return add('clock_segments', {
    id: newId(),
    clock_id: clock.id,
    ticket_id,
    from_at: clock.since,
    to_at: now,
    state,
    cause,
    worked_seconds: ran - clock.used_seconds,
    target_seconds,
    calendar_id,
    policy_id,
  })
}

type Marks = Pick<ClockRow, 'due_at' | 'warns_at' | 'rung_at'>

/** When its cards fall and the next rung of its ladder is due, as it runs on from `start`. */
function marksFrom(clock: ClockRow, start: Date, hours: HoursOf): Marks {
  const { target_seconds, lead_seconds } = clock
  return {
    due_at: runUntil(clock, target_seconds, start, hours),
    warns_at: lead_seconds === null ? null : runUntil(clock, target_seconds - lead_seconds, start, hours),
    rung_at: rungAt(clock, start, hours),
  }
}

/** A yellow card that has fallen falls again when there is time to warn once more. */
function afresh({ warned_at }: ClockRow, marks: Marks, now: Date): Partial<ClockRow> {
  if (!warned_at || !marks.warns_at || marks.warns_at <= now) return marks
  return { ...marks, warned_at: null, warned_department_id: null, warned_assignee_id: null }
}

/** Working seconds that have run by now. */
export const used = (clock: ClockRow, now: Date, hours: HoursOf): number =>
  clock.used_seconds +
  (clock.state === 'running'
    ? Math.round(workedIn(hours(clock.calendar_id), clock.since.getTime(), now.getTime()) / 1000)
    : 0)
