import { done, refuseField, tell } from '../../kernel/steps.ts'
import { schedule } from '../../kernel/timers.ts'
import { moved, ticketVerb } from './act.ts'

/** 暂停: every clock stops, for a reason, until a given time or until somebody goes on. */
export const pauseTicket = ticketVerb('ticket.pause', {
  decide(ticket, { reason, until }, call) {
    const end = until ? new Date(until) : null
    if (end && end <= call.now) return refuseField('until', 'time.past')
    const { steps, changes } = moved(ticket, call.now, { run_state: 'paused', paused_at: call.now, resume_at: end })
    return done(ticket.id, [
      ...steps,
      ...(end ? [schedule('ticket.resume', ticket.id, end, { ticketId: ticket.id })] : []),
      tell('ticket.paused', ticket.id, ticket.id, { reason, until: end?.toISOString() ?? null, changes }),
    ])
  },
})
