import { unschedule } from '../../kernel/timers.ts'
import { moved } from './act.ts'
import { pausedSeconds } from './paused.ts'
import type { LockedTicket } from './ticket.ts'

/** Ended without being solved: closed, and the run state says how. */
export function ended(ticket: LockedTicket, as: 'cancelled' | 'force_ended', now: Date) {
  const { steps, changes } = moved(ticket, now, {
    status: 'closed',
    run_state: as,
    closed_at: now,
    paused_at: null,
    resume_at: null,
    paused_seconds: ticket.paused_seconds + pausedSeconds(ticket, now),
    waiting_since: null,
  })
  return { steps: [...steps, unschedule('ticket.resume', ticket.id)], changes }
}
