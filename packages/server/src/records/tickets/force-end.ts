import { done, tell } from '../../kernel/steps.ts'
import { ticketVerb } from './act.ts'
import { ended } from './ended.ts'

/** 强制结束: malicious requests and other special reasons. */
export const forceEndTicket = ticketVerb('ticket.forceEnd', {
  decide(ticket, { reason }, call) {
    const { steps, changes } = ended(ticket, 'force_ended', call.now)
    return done(ticket.id, [...steps, tell('ticket.forceEnded', ticket.id, ticket.id, { reason, changes })])
  },
})
