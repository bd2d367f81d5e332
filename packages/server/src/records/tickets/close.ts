import { done, tell } from '../../kernel/steps.ts'
import { moved, ticketVerb } from './act.ts'

/** 关闭: by a person, or by the timer some days after it was solved. */
export const closeTicket = ticketVerb('ticket.close', {
  decide(ticket, { reason }, call) {
    const { steps, changes } = moved(ticket, call.now, {
      status: 'closed',
      closed_at: call.now,
      solved_at: ticket.solved_at ?? call.now,
      waiting_since: null,
    })
    const automatic = call.caller.actor.kind === 'system'
    return done(ticket.id, [
      ...steps,
      tell('ticket.closed', ticket.id, ticket.id, { reason: reason ?? null, automatic, changes }),
    ])
  },
})
