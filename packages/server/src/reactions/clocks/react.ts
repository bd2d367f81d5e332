import { responseTargets, type Urgency } from '@baton/contract'
import type { Draft } from '../../kernel/draft.ts'
import type { Step } from '../../kernel/steps.ts'
import type { ClockRow, LockedTicket } from '../../records/tickets/index.ts'
import { dropped, met, paused, resumed, retargeted, started } from './clock.ts'

/** Which clocks the drafted events start, stop, pause, resume or move: pure, in the same transaction as the change. */
export function reactOnClocks(draft: Draft, now: Date): Step[] {
  return draft.events.flatMap(event => {
    const ticket = draft.row('tickets', event.topicId) as LockedTicket | undefined
    if (!ticket) return []
    const clocks = runningOn(ticket, draft)
    switch (event.type) {
      case 'ticket.opened':
        // What was answered on the spot keeps nobody waiting.
        return ticket.status === 'solved'
          ? []
          : started(ticket, 'response', responseTargets[ticket.urgency as Urgency], now)
      case 'ticket.replied':
        return answered(ticket, clocks, now)
      case 'ticket.called':
        return event.payload.outcome === 'reached' ? answered(ticket, clocks, now) : []
      case 'ticket.paused':
        return clocks.flatMap(clock => paused(ticket, clock, now))
      case 'ticket.resumed':
        return clocks.flatMap(clock => resumed(ticket, clock, now))
      case 'ticket.updated':
        return clocks.flatMap(clock => retargeted(ticket, clock, responseTargets[ticket.urgency as Urgency], now))
      case 'ticket.solved':
      case 'ticket.closed':
      case 'ticket.cancelled':
      case 'ticket.forceEnded':
        return clocks.flatMap(clock => dropped(ticket, clock, now))
      default:
        return []
    }
  })
}

const answered = (ticket: LockedTicket, clocks: readonly ClockRow[], now: Date): Step[] =>
  clocks.filter(clock => clock.target === 'response').flatMap(clock => met(ticket, clock, now))

/** The clocks that still run or stand paused, as this draft has them by now. */
const runningOn = (ticket: LockedTicket, draft: Draft): ClockRow[] =>
  (ticket.clocks ?? [])
    .map(clock => (draft.row('clocks', clock.id) as unknown as ClockRow | undefined) ?? clock)
    .filter(clock => clock.state === 'running' || clock.state === 'paused')
