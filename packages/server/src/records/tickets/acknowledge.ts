import { done, tell } from '../../kernel/steps.ts'
import { moved, ticketVerb } from './act.ts'

/** 确认接收: whoever was given the ticket takes it up. */
export const acknowledgeTicket = ticketVerb('ticket.acknowledge', {
  decide(ticket, _input, call) {
    const { steps, changes } = moved(ticket, call.now, { status: 'in_progress', acknowledged_at: call.now })
    return done(ticket.id, [...steps, tell('ticket.acknowledged', ticket.id, ticket.id, { changes })])
  },
})
