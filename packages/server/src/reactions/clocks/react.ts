import type { Actor } from '../../kernel/caller.ts'
import type { Picture } from '../../kernel/configuration.ts'
import type { Draft } from '../../kernel/draft.ts'
import { type Step, set } from '../../kernel/steps.ts'
import { schedule, unschedule } from '../../kernel/timers.ts'
import { timetables } from '../../records/calendars/index.ts'
import { type ClockRow, type LockedTicket, nextTick, warnedSince } from '../../records/tickets/index.ts'
import { policyFor, promisedTo } from './promised.ts'
import { type Happened, settle } from './settle.ts'

interface At {
  now: Date
  picture: Picture
  actor: Actor
}

/**
 * Which clocks of the drafted tickets start, stop, pause, go on or move: pure, in the same transaction as the change. It
 * looks at how each ticket stands afterwards, so no verb needs to know of clocks.
 */
export function reactOnClocks(draft: Draft, { now, picture, actor }: At): Step[] {
  return ticketsIn(draft).flatMap(ticket => {
    const before = (ticket.clocks ?? []).map(clock => ({ ...clock, ...draft.row('clocks', clock.id) }) as ClockRow)
    const events = draft.events
      .filter(event => event.topicId === ticket.id)
      .map(({ type, payload }) => ({ type, payload, actor_kind: actor.kind }))
    return inLine(ticket, before, { now, picture, events })
  })
}

/** Brings a ticket's clocks, its next due time and its timer in line with what it is promised now; nothing when they are. */
export function inLine(
  ticket: LockedTicket,
  before: readonly ClockRow[],
  { now, picture, events }: { now: Date; picture: Picture; events: readonly Happened[] },
): Step[] {
  const hours = timetables(picture)
  const promised = promisedTo(ticket, policyFor(ticket, picture, now))
  const { steps, clocks } = settle(ticket, before, promised, { now, hours, events })
  return [...steps, ...due(ticket, clocks)]
}

/** Those that events tell of, as they will be; of a new one the customer's level is in the event. */
function ticketsIn(draft: Draft): LockedTicket[] {
  return [...new Set(draft.events.map(({ topicId }) => topicId))].flatMap(id => {
    const row = draft.row('tickets', id) as unknown as LockedTicket | undefined
    if (!row) return []
    const opened = draft.events.find(event => event.type === 'ticket.opened' && event.topicId === id)
    return [opened ? { ...row, customer_level: (opened.payload.customerLevel ?? null) as string | null } : row]
  })
}

/** The list shows the nearest, and the sweep looks at it then; as the timer was set before this verb wrote down what was late. */
function due(ticket: LockedTicket, clocks: readonly ClockRow[]): Step[] {
  const running = clocks.filter(({ state }) => state === 'running').map(({ due_at }) => due_at.getTime())
  const dueAt = running.length > 0 ? new Date(Math.min(...running)) : null
  const asks = clocks.some(({ asked }) => asked)
  const warned = warnedSince(clocks)
  const patch = {
    ...(dueAt?.getTime() !== ticket.due_at?.getTime() && { due_at: dueAt }),
    ...(warned?.getTime() !== ticket.warned_at?.getTime() && { warned_at: warned }),
    ...(!asks && ticket.extension_asked_at && { extension_asked_at: null }),
  }
  const [tick, was] = [nextTick(clocks), nextTick(ticket.clocks ?? [])]
  const timer = tick
    ? schedule('ticket.tick', ticket.id, tick, { ticketId: ticket.id })
    : unschedule('ticket.tick', ticket.id)
  return [
    ...(Object.keys(patch).length > 0 ? [set('tickets', ticket.id, patch)] : []),
    ...(tick?.getTime() === was?.getTime() ? [] : [timer]),
  ]
}
