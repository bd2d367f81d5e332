import { alertRoles } from '@baton/contract'
import { done, refuseField, tell } from '../../kernel/steps.ts'
import { directory } from '../people/index.ts'
import { ticketVerb } from './act.ts'

/** Calls people to a ticket; they hear of it as they have chosen, and nothing about the ticket changes. */
export const alertTicket = ticketVerb('ticket.alert', {
  decide(ticket, { to, note, since }, call) {
    const { agents } = call.of(directory)
    const unknown = to.findIndex(one => !isRole(one) && !agents.has(one))
    if (unknown >= 0) return refuseField(`to.${unknown}`, 'unknown_id')
    return done(ticket.id, [
      tell('ticket.alerted', ticket.id, ticket.id, { to, note: note ?? null, since: since ?? null }),
    ])
  },
})

const isRole = (name: string): boolean => (alertRoles as readonly string[]).includes(name)
