import { done, tell } from '../../kernel/steps.ts'
import { moved, ticketVerb } from './act.ts'

/** 挂起: waits for something that is not the customer. */
export const holdTicket = ticketVerb('ticket.hold', {
  decide(ticket, { reason }, call) {
    const { steps, changes } = moved(ticket, call.now, { status: 'on_hold' })
    return done(ticket.id, [...steps, tell('ticket.held', ticket.id, ticket.id, { reason, changes })])
  },
})
