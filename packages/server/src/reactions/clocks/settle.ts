import type { SlaTarget } from '@baton/contract'
import type { Row, Step } from '../../kernel/steps.ts'
import type { HoursOf } from '../../records/calendars/index.ts'
import type { ClockRow } from '../../records/tickets/index.ts'
import { ended, isOther, type Moved, paused, resumed, retargeted, started } from './clock.ts'
import type { Promised, Standing } from './promised.ts'
import { changed, lapsed, met } from './told.ts'

/** An event, drafted or logged. */
export interface Happened {
  type: string
  payload: Row
  actor_kind: string
}

export interface At {
  now: Date
  hours: HoursOf
  events: readonly Happened[]
}

/**
 * Brings clocks in line with what is promised now: which begin, end, stand still, go on or move, and what is told of it. Pure,
 * for it is what happened once and what is reckoned again from the history.
 */
export function settle(
  ticket: Standing,
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

const causeOf = ({ status }: Standing, { events }: At): string =>
  events.some(({ type }) => type === 'ticket.resumed') ? 'ticket.resumed' : `status.${status}`

/** A person's word on how far it is ends one promise of progress and begins the next; what Baton says by itself does not. */
const isAnswered = (target: string, events: readonly Happened[]): boolean =>
  target === 'progress' && events.some(isProgress)
const isProgress = ({ type, actor_kind }: Happened): boolean =>
  actor_kind !== 'system' && (type === 'ticket.progressed' || type === 'ticket.replied')
const isAnswer = ({ type, payload }: Happened): boolean =>
  type === 'ticket.replied' || (type === 'ticket.called' && payload.outcome === 'reached')

/** Whether what ends now was kept, in time or late; otherwise it only matters no more. */
function isKept(target: string, ticket: Standing, events: readonly Happened[]): boolean {
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
