import { done, refuse, tell } from '../../kernel/steps.ts'
import { moved, ticketVerb } from './act.ts'

/** Pressing again within these minutes says nothing new. */
const quietMinutes = 10

/** When urging says something new again; undefined when it does now. */
export function urgeableAgainAt(ticket: { urged_at: Date | null }, now: Date): Date | undefined {
  const again = ticket.urged_at && new Date(ticket.urged_at.getTime() + quietMinutes * 60_000)
  return again && again > now ? again : undefined
}

/** 催单: by the customer, an agent or a supervisor; counted, and told to the holder. */
export const urgeTicket = ticketVerb('ticket.urge', {
  decide(ticket, { note }, call) {
    const again = urgeableAgainAt(ticket, call.now)
    if (again)
      return refuse('ticket.urgedJustNow', { minutes: Math.ceil((again.getTime() - call.now.getTime()) / 60_000) })
    const count = ticket.urge_count + 1
    const { steps, changes } = moved(ticket, call.now, { urge_count: count, urged_at: call.now })
    return done(ticket.id, [
      ...steps,
      tell('ticket.urged', ticket.id, ticket.id, { count, note: note ?? null, changes }),
    ])
  },
})
