import { mayOn } from '../../kernel/kinds.ts'
import { notFound } from '../../kernel/problems.ts'
import { done, put } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { ticketKind } from './kind.ts'
import { loadTickets } from './lock.ts'

interface Seen {
  visible: boolean
  /** The newest message there is; nobody has seen more. */
  newest: number
}

/** Remembers what this person has seen. Not an event, and no sign of handling: opening a ticket changes nothing but this. */
export const seeTicket = verb<'ticket.see', Seen>('ticket.see', {
  async prepare(preparing, { ticketId }) {
    const [ticket] = await loadTickets(preparing.db, [ticketId])
    const visible = ticket !== undefined && mayOn(ticketKind, 'ticket.get', ticket, preparing.caller, preparing)
    return { visible, newest: ticket?.message_count ?? 0 }
  },
  decide({ prepared }, { ticketId, seq }, call) {
    if (!prepared.visible) return { refusal: notFound() }
    const me = call.caller.actor
    if (me.kind !== 'person' || !me.id) return done(ticketId, [])
    const seen = { agent_id: me.id, ticket_id: ticketId, seq: Math.min(seq, prepared.newest), at: call.now }
    return done(ticketId, [put('seen', ['agent_id', 'ticket_id'], seen)])
  },
})
