import { done, tell } from '../../kernel/steps.ts'
import { unschedule } from '../../kernel/timers.ts'
import { lockPeople } from '../people/index.ts'
import { moved, ticketVerb } from './act.ts'
import { pausedSeconds } from './paused.ts'

/** 恢复: every clock goes on from where it stood. */
export const resumeTicket = ticketVerb('ticket.resume', {
  load: (tx, { assignee_id }) => lockPeople(tx, [assignee_id]),
  decide(ticket, { reason }, call) {
    const seconds = pausedSeconds(ticket, call.now)
    const { steps, changes } = moved(ticket, call.now, {
      run_state: 'running',
      paused_at: null,
      resume_at: null,
      paused_seconds: ticket.paused_seconds + seconds,
    })
    return done(ticket.id, [
      ...steps,
      unschedule('ticket.resume', ticket.id),
      tell('ticket.resumed', ticket.id, ticket.id, { reason: reason ?? null, seconds, changes }),
    ])
  },
})
