import { laterIn } from '@baton/contract'
import type { Picture } from '../../kernel/configuration.ts'
import { type Step, set, tell } from '../../kernel/steps.ts'
import { schedule } from '../../kernel/timers.ts'
import { type HoursOf, timetables } from '../calendars/index.ts'
import { holderOf } from './holder.ts'
import type { ClockRow, LockedTicket } from './ticket.ts'

/** Something on a clock that time alone brings about. */
interface Mark {
  at: Date
  what: 'warned' | 'breached' | 'escalated'
  clock: ClockRow
  patch: Partial<ClockRow>
}

/**
 * What time alone has done to a ticket by now: yellow and red cards and rungs of ladders, in the order of their times,
 * each stamped with its own time and with whoever held the ticket then. Every verb begins with it, so nothing that is done
 * late can hide a breach.
 */
export function advanceTicket(ticket: LockedTicket, now: Date, picture: Picture): Step[] {
  const hours = timetables(picture)
  const marks = ticket.clocks
    .flatMap(clock => marksOf(ticket, clock, now, hours))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  if (marks.length === 0) return []
  const after = ticket.clocks.map(clock =>
    Object.assign({}, clock, ...marks.filter(mark => mark.clock.id === clock.id).map(({ patch }) => patch)),
  ) as ClockRow[]
  const next = nextTick(after)
  return [
    ...marks.flatMap(mark => [set('clocks', mark.clock.id, mark.patch), ...told(ticket, mark)]),
    set('tickets', ticket.id, {
      warned_at: warnedSince(after),
      breached_at: ticket.breached_at ?? marks.find(({ what }) => what === 'breached')?.at ?? null,
      extension_asked_at: after.some(({ asked }) => asked) ? ticket.extension_asked_at : null,
    }),
    ...(next ? [schedule('ticket.tick', ticket.id, next, { ticketId: ticket.id })] : []),
  ]
}

function marksOf({ department_id, assignee_id }: LockedTicket, clock: ClockRow, now: Date, hours: HoursOf): Mark[] {
  if (clock.state !== 'running') return []
  const marks: Mark[] = []
  const { warns_at, warned_at, due_at, breached_at } = clock
  if (warns_at && !warned_at && warns_at <= now) {
    const patch = { warned_at: warns_at, warned_department_id: department_id, warned_assignee_id: assignee_id }
    marks.push({ at: warns_at, what: 'warned', clock, patch })
  }
  if (!breached_at && due_at <= now) {
    const by = { breached_department_id: department_id, breached_assignee_id: assignee_id }
    marks.push({ at: due_at, what: 'breached', clock, patch: { breached_at: due_at, asked: null, ...by } })
  }
  for (let { rung, rung_at } = clock; rung_at && rung_at <= now; ) {
    const at = rung_at
    rung_at = rungAt({ ...clock, rung: ++rung }, clock.since, hours)
    marks.push({ at, what: 'escalated', clock: { ...clock, rung: rung - 1 }, patch: { rung, rung_at } })
  }
  return marks
}

function told(ticket: LockedTicket, { at, what, clock }: Mark): Step[] {
  const { target, policy_id, due_at, asked } = clock
  const holder = holderOf(ticket)
  const promise = { clock: target, policyId: policy_id, dueAt: due_at.toISOString() }
  if (what === 'warned') return [tell('clock.warned', ticket.id, clock.id, { ...promise, holder })]
  if (what === 'breached')
    return [
      tell('clock.breached', ticket.id, clock.id, { ...promise, holder }),
      ...(asked ? [tell('ticket.extensionLapsed', ticket.id, clock.id, { clock: target, askedById: asked.byId })] : []),
    ]
  const rung = clock.ladder[clock.rung]
  if (!rung) return []
  const { seconds, verb, input } = rung
  return [
    tell('clock.escalated', ticket.id, clock.id, { ...promise, at: at.toISOString(), seconds, verb, input, holder }),
  ]
}

/** When the next rung of its ladder is due, as it runs on from `start`; null at the end of the ladder. */
export function rungAt(clock: ClockRow, start: Date, hours: HoursOf): Date | null {
  const rung = clock.ladder[clock.rung]
  return rung ? runUntil(clock, clock.target_seconds + rung.seconds, start, hours) : null
}

/** No promise reaches further; a calendar that never opens keeps its promises until then. */
const furthest = 20 * 366 * 86_400_000

/** When so many working seconds of it will have run; at once when they have by `start`. */
export function runUntil(clock: ClockRow, seconds: number, start: Date, hours: HoursOf): Date {
  const left = Math.max(0, seconds - clock.used_seconds)
  return new Date(laterIn(hours(clock.calendar_id), start.getTime(), left * 1000) ?? start.getTime() + furthest)
}

/** Since when a yellow card stands on the ticket: on a promise that runs and can still be kept. */
export function warnedSince(clocks: readonly ClockRow[]): Date | null {
  const times = clocks
    .filter(({ state, breached_at }) => state === 'running' && !breached_at)
    .flatMap(({ warned_at }) => (warned_at ? [warned_at.getTime()] : []))
  return times.length > 0 ? new Date(Math.min(...times)) : null
}

/** When time alone will change something next: the nearest mark that is not passed and told of yet. */
export function nextTick(clocks: readonly ClockRow[]): Date | undefined {
  const due = clocks
    .filter(({ state }) => state === 'running')
    .flatMap(({ warns_at, warned_at, due_at, breached_at, rung_at }) => [
      ...(warns_at && !warned_at ? [warns_at] : []),
      ...(breached_at ? [] : [due_at]),
      ...(rung_at ? [rung_at] : []),
    ])
  return due.length > 0 ? new Date(Math.min(...due.map(at => at.getTime()))) : undefined
}
