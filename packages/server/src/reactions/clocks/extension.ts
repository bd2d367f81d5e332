import { done, type Refusal, refuse, refuseField, set, tell } from '../../kernel/steps.ts'
import { timetables } from '../../records/calendars/index.ts'
import { type ClockRow, type LockedTicket, ticketVerb } from '../../records/tickets/index.ts'
import { extended } from './clock.ts'

/** 延期: more time for a promise, asked for and decided before it is due. */

export const requestExtension = ticketVerb('ticket.requestExtension', {
  decide(ticket, { target, seconds, reason }, call) {
    const clock = running(ticket, target, call.now)
    if ('refusal' in clock) return clock
    const { id: byId, name: byName } = call.caller.actor
    const asked = { seconds, reason, byId, byName, at: call.now.toISOString() }
    return done(ticket.id, [
      set('clocks', clock.id, { asked }),
      set('tickets', ticket.id, { extension_asked_at: call.now, updated_at: call.now }),
      tell('ticket.extensionRequested', ticket.id, clock.id, {
        clock: target,
        seconds,
        reason,
        dueAt: clock.due_at.toISOString(),
      }),
    ])
  },
})

export const grantExtension = ticketVerb('ticket.grantExtension', {
  decide(ticket, { target, seconds, note }, { now, picture }) {
    const clock = askedFor(ticket, target, now)
    if ('refusal' in clock) return clock
    const granted = seconds ?? clock.asked.seconds
    if (granted > clock.asked.seconds) return refuseField('seconds', 'extension.more')
    const moved = extended(clock, granted, now, timetables(picture))
    return done(ticket.id, [
      ...moved.steps,
      decided(ticket, clock, now),
      tell('ticket.extensionGranted', ticket.id, clock.id, {
        clock: target,
        policyId: clock.policy_id,
        seconds: granted,
        note: note ?? null,
        askedById: clock.asked.byId,
        dueAt: moved.clock.due_at.toISOString(),
      }),
    ])
  },
})

export const declineExtension = ticketVerb('ticket.declineExtension', {
  decide(ticket, { target, reason }, { now }) {
    const clock = askedFor(ticket, target, now)
    if ('refusal' in clock) return clock
    return done(ticket.id, [
      set('clocks', clock.id, { asked: null }),
      decided(ticket, clock, now),
      tell('ticket.extensionDeclined', ticket.id, clock.id, { clock: target, reason, askedById: clock.asked.byId }),
    ])
  },
})

function running(ticket: LockedTicket, target: string, now: Date): ClockRow | Refusal {
  const clock = ticket.clocks.find(one => one.target === target && (one.state === 'running' || one.state === 'paused'))
  if (!clock) return refuse('clock.none', { clock: target })
  const isOver = clock.breached_at !== null || (clock.state === 'running' && clock.due_at <= now)
  return isOver ? refuse('clock.over', { clock: target }) : clock
}

function askedFor(ticket: LockedTicket, target: string, now: Date) {
  const clock = running(ticket, target, now)
  if ('refusal' in clock) return clock
  return clock.asked ? { ...clock, asked: clock.asked } : refuse('extension.none', { clock: target })
}

/** Another promise of the same ticket may wait for a decision still. */
const decided = ({ id, clocks, extension_asked_at }: LockedTicket, { id: clockId }: ClockRow, now: Date) =>
  set('tickets', id, {
    extension_asked_at: clocks.some(one => one.asked && one.id !== clockId) ? extension_asked_at : null,
    updated_at: now,
  })
