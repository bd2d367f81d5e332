import { newId } from '../../kernel/ids.ts'
import { add, type Step, set } from '../../kernel/steps.ts'
import { schedule, unschedule } from '../../kernel/timers.ts'
import type { ClockRow } from '../../records/tickets/index.ts'

interface Ticket {
  id: string
}

/** A new promise: due `seconds` from now, round the clock. */
export function started(ticket: Ticket, target: string, seconds: number, now: Date): Step[] {
  const dueAt = after(now, seconds)
  return [
    add('clocks', {
      id: newId(),
      ticket_id: ticket.id,
      subject_kind: 'ticket',
      subject_id: ticket.id,
      target,
      target_seconds: seconds,
      state: 'running',
      started_at: now,
      since: now,
      due_at: dueAt,
      used_seconds: 0,
    }),
    ...due(ticket, dueAt),
  ]
}

/** Kept, in time or late. */
export const met = (ticket: Ticket, clock: ClockRow, now: Date): Step[] => ended(ticket, clock, 'met', now)

/** The ticket ended otherwise, so the promise no longer matters. */
export const dropped = (ticket: Ticket, clock: ClockRow, now: Date): Step[] => ended(ticket, clock, 'dropped', now)

export function paused(ticket: Ticket, clock: ClockRow, now: Date): Step[] {
  if (clock.state !== 'running') return []
  return [
    stretch(clock, now, 'ticket.paused'),
    set('clocks', clock.id, { state: 'paused', since: now, used_seconds: used(clock, now) }),
    set('tickets', ticket.id, { due_at: null }),
    unschedule('ticket.tick', ticket.id),
  ]
}

/** Goes on from where it stood: the due time moves by exactly the time paused. */
export function resumed(ticket: Ticket, clock: ClockRow, now: Date): Step[] {
  if (clock.state !== 'paused') return []
  const dueAt = after(now, clock.target_seconds - clock.used_seconds)
  return [
    stretch(clock, now, 'ticket.resumed'),
    set('clocks', clock.id, { state: 'running', since: now, due_at: dueAt }),
    ...due(ticket, dueAt),
  ]
}

/** Another urgency promises another time; what has run keeps counting. */
export function retargeted(ticket: Ticket, clock: ClockRow, seconds: number, now: Date): Step[] {
  if (clock.target !== 'response' || clock.target_seconds === seconds) return []
  if (clock.state === 'paused') return [set('clocks', clock.id, { target_seconds: seconds })]
  const dueAt = after(now, seconds - used(clock, now))
  return [set('clocks', clock.id, { target_seconds: seconds, due_at: dueAt }), ...due(ticket, dueAt)]
}

function ended(ticket: Ticket, clock: ClockRow, state: 'met' | 'dropped', now: Date): Step[] {
  return [
    stretch(clock, now, state),
    set('clocks', clock.id, { state, since: now, ended_at: now, used_seconds: used(clock, now) }),
    set('tickets', ticket.id, { due_at: null }),
    unschedule('ticket.tick', ticket.id),
  ]
}

/** The list shows it, and the sweep looks at it then. */
const due = (ticket: Ticket, dueAt: Date): Step[] => [
  set('tickets', ticket.id, { due_at: dueAt }),
  schedule('ticket.tick', ticket.id, dueAt, { ticketId: ticket.id }),
]

/** The stretch that ends now, kept as the explanation of the clock. */
const stretch = (clock: ClockRow, now: Date, cause: string): Step =>
  add('clock_segments', {
    id: newId(),
    clock_id: clock.id,
    ticket_id: clock.ticket_id,
    from_at: clock.since,
    to_at: now,
    state: clock.state,
    cause,
  })

/** Seconds that have run by now, pauses left out. */
const used = (clock: ClockRow, now: Date): number =>
  clock.used_seconds + (clock.state === 'running' ? Math.round((now.getTime() - clock.since.getTime()) / 1000) : 0)

const after = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000)
