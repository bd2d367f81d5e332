import { type Step, set, tell } from '../../kernel/steps.ts'
import { schedule } from '../../kernel/timers.ts'
import { holderOf } from './holder.ts'
import type { ClockRow, LockedTicket } from './ticket.ts'

/**
 * What time alone has done to a ticket by now: clocks past their due time are breached, stamped with that time and
 * with whoever held the ticket then. Every verb begins with it, so nothing that is done late can hide a breach.
 */
export function advanceTicket(ticket: LockedTicket, now: Date): Step[] {
  const late = ticket.clocks.filter(clock => clock.state === 'running' && !clock.breached_at && clock.due_at <= now)
  const [first] = late.map(clock => clock.due_at).sort((a, b) => a.getTime() - b.getTime())
  if (!first) return []
  return [
    ...late.flatMap(clock => [
      set('clocks', clock.id, {
        breached_at: clock.due_at,
        breached_department_id: ticket.department_id,
        breached_assignee_id: ticket.assignee_id,
      }),
      tell('clock.breached', ticket.id, clock.id, {
        clock: clock.target,
        dueAt: clock.due_at.toISOString(),
        holder: holderOf(ticket),
      }),
    ]),
    set('tickets', ticket.id, { breached_at: ticket.breached_at ?? first }),
    ...again(ticket, late),
  ]
}

/** What is due after these have been told. */
function again({ id, clocks }: LockedTicket, late: readonly ClockRow[]): Step[] {
  const next = nextTick(clocks.filter(clock => !late.includes(clock)))
  return next ? [schedule('ticket.tick', id, next, { ticketId: id })] : []
}

/** When time alone will change something next: the nearest due time that is not passed and told of yet. */
export function nextTick(clocks: readonly ClockRow[]): Date | undefined {
  const due = clocks.filter(({ state, breached_at }) => state === 'running' && !breached_at)
  return due.length > 0 ? new Date(Math.min(...due.map(({ due_at }) => due_at.getTime()))) : undefined
}
