import type { SlaTarget } from '@baton/contract'
import type { Picture } from '../../kernel/configuration.ts'
import type { Draft, EventDraft } from '../../kernel/draft.ts'
import { type Step, set } from '../../kernel/steps.ts'
import { schedule, unschedule } from '../../kernel/timers.ts'
import { type HoursOf, timetables } from '../../records/calendars/index.ts'
import { type ClockRow, type LockedTicket, nextTick } from '../../records/tickets/index.ts'
import { ended, isOther, type Moved, paused, resumed, retargeted, started } from './clock.ts'
import { type Promised, policyFor, promisedTo } from './promised.ts'
import { changed, lapsed, met } from './told.ts'

/**
 * Which clocks of the drafted tickets start, stop, pause, go on or move: pure, in the same transaction as the change. It
 * looks at how each ticket stands afterwards, so no verb needs to know of clocks.
 */
export function reactOnClocks(draft: Draft, { now, picture }: { now: Date; picture: Picture }): Step[] {
  return ticketsIn(draft).flatMap(ticket => {
    const before = (ticket.clocks ?? []).map(clock => ({ ...clock, ...draft.row('clocks', clock.id) }) as ClockRow)
    const events = draft.events.filter(event => event.topicId === ticket.id)
    return inLine(ticket, before, { now, picture, events })
  })
}

/** Brings a ticket's clocks, its next due time and its timer in line with what it is promised now; nothing when they are. */
export function inLine(
  ticket: LockedTicket,
  before: readonly ClockRow[],
  { now, picture, events }: { now: Date; picture: Picture; events: readonly EventDraft[] },
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

interface At {
  now: Date
  hours: HoursOf
  events: readonly EventDraft[]
}

function settle(
  ticket: LockedTicket,
  before: readonly ClockRow[],
  promised: readonly Promised[],
  at: At,
): { steps: Step[]; clocks: ClockRow[] } {
  const steps: Step[] = []
  const clocks = new Map(before.map(clock => [clock.id, clock]))
  const take = (move: Moved): ClockRow => {
    steps.push(...move.steps)
    clocks.set(move.clock.id, move.clock)
    return move.clock
  }
  for (const clock of before.filter(isActive)) {
    const now = promised.find(({ target }) => target === clock.target)
    if (now && isSame(clock, now) && !isAnswered(clock.target, at.events)) {
      const kept = isOther(clock, now, at.hours) ? take(retargeted(clock, now, at.now, at.hours)) : clock
      steps.push(...changed(ticket, clock, kept))
      if (now.paused && kept.state === 'running') take(paused(kept, now.paused, at.now, at.hours))
      if (!now.paused && kept.state === 'paused') take(resumed(kept, causeOf(ticket, at), at.now, at.hours))
    } else {
      const isMet = isKept(clock.target, ticket, at.events)
      const over = take(ended(clock, isMet ? 'met' : 'dropped', at.now, at.hours))
      steps.push(...(isMet ? met(ticket, over) : []), ...(clock.asked ? lapsed(ticket, clock, clock.asked) : []))
    }
  }
  const running = new Set([...clocks.values()].filter(isActive).map(({ target }) => target))
  for (const one of promised) if (!running.has(one.target)) take(started(ticket.id, one, at.now, at.hours))
  return { steps, clocks: [...clocks.values()] }
}

const isActive = ({ state }: ClockRow): boolean => state === 'running' || state === 'paused'
/** Clocks of before there were rounds go on with the one that is about the same. */
const isSame = ({ round }: ClockRow, now: Promised): boolean => round === '' || round === now.round

const causeOf = ({ status }: LockedTicket, { events }: At): string =>
  events.some(({ type }) => type === 'ticket.resumed') ? 'ticket.resumed' : `status.${status}`

/** A word on how far it is ends one promise of progress and begins the next. */
const isAnswered = (target: string, events: readonly EventDraft[]): boolean =>
  target === 'progress' && events.some(isProgress)
const isProgress = ({ type }: EventDraft): boolean => type === 'ticket.progressed' || type === 'ticket.replied'
const isAnswer = ({ type, payload }: EventDraft): boolean =>
  type === 'ticket.replied' || (type === 'ticket.called' && payload.outcome === 'reached')

/** Whether what ends now was kept, in time or late; otherwise it only matters no more. */
function isKept(target: string, ticket: LockedTicket, events: readonly EventDraft[]): boolean {
  switch (target as SlaTarget) {
    case 'response':
      return ticket.first_response_at !== null
    case 'nextResponse':
      return events.some(isAnswer)
    case 'acknowledge':
      return ticket.acknowledged_at !== null
    case 'resolution':
      return (ticket.status === 'solved' || ticket.status === 'closed') && ticket.run_state === 'running'
    case 'progress':
      return events.some(isProgress)
  }
}

/** The list shows the nearest, and the sweep looks at it then; as the timer was set before this verb wrote down what was late. */
function due(ticket: LockedTicket, clocks: readonly ClockRow[]): Step[] {
  const running = clocks.filter(({ state }) => state === 'running').map(({ due_at }) => due_at.getTime())
  const dueAt = running.length > 0 ? new Date(Math.min(...running)) : null
  const asks = clocks.some(({ asked }) => asked)
  const patch = {
    ...(dueAt?.getTime() !== ticket.due_at?.getTime() && { due_at: dueAt }),
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
