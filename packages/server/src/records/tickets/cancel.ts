import { done, tell } from '../../kernel/steps.ts'
import { ticketVerb } from './act.ts'
import { ended } from './ended.ts'

/** 取消: the customer withdraws, or too little is known to go on. */
export const cancelTicket = ticketVerb('ticket.cancel', {
  decide(ticket, { reason }, call) {
    const { steps, changes } = ended(ticket, 'cancelled', call.now)
    return done(ticket.id, [...steps, tell('ticket.cancelled', ticket.id, ticket.id, { reason, changes })])
  },
})
