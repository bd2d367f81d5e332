import { done, refuse, tell } from '../../kernel/steps.ts'
import { moved, ticketVerb } from './act.ts'

/** Pressing again within these minutes says nothing new. */
const quietMinutes = 10

/** 催单: by the customer, an agent or a supervisor; counted, and told to the holder. */
export const urgeTicket = ticketVerb('ticket.urge', {
  decide(ticket, { note }, call) {
    const since = ticket.urged_at ? (call.now.getTime() - ticket.urged_at.getTime()) / 60_000 : Number.POSITIVE_INFINITY
    if (since < quietMinutes) return refuse('ticket.urgedJustNow', { minutes: Math.ceil(quietMinutes - since) })
    const count = ticket.urge_count + 1
    const { steps, changes } = moved(ticket, call.now, { urge_count: count, urged_at: call.now })
    return done(ticket.id, [
      ...steps,
      tell('ticket.urged', ticket.id, ticket.id, { count, note: note ?? null, changes }),
    ])
  },
})
