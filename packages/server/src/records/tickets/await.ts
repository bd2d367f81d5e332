import { done, tell } from '../../kernel/steps.ts'
import { moved, ticketVerb } from './act.ts'

/** 待客户: nothing more to do until the customer answers; the answer takes it up again. */
export const awaitTicket = ticketVerb('ticket.await', {
  decide(ticket, { reason }, call) {
    const { steps, changes } = moved(ticket, call.now, { status: 'pending_customer' })
    return done(ticket.id, [
      ...steps,
      tell('ticket.awaited', ticket.id, ticket.id, { reason: reason ?? null, changes }),
    ])
  },
})
