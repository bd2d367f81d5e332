import { isOpen } from '@baton/contract'
import { done, refuse, tell } from '../../kernel/steps.ts'
import { directory, lockPeople } from '../people/index.ts'
import { moved, ticketVerb } from './act.ts'
import { handover, holderOf, personOf } from './holder.ts'

/** 抢单: takes a ticket that no person has and acknowledges it at once. Under the lock, so exactly one wins. */
export const claimTicket = ticketVerb('ticket.claim', {
  load: (tx, _ticket, { caller }) => lockPeople(tx, [personOf(caller)]),
  decide(ticket, _input, call) {
    const person = call.of(directory).agents.get(personOf(call.caller) ?? '')
    if (!person) return refuse('ticket.noHolder')
    const from = holderOf(ticket)
    const to = { departmentId: ticket.department_id ?? person.departmentIds[0] ?? null, assigneeId: person.id }
    const { steps, changes } = moved(ticket, call.now, {
      status: 'in_progress',
      department_id: to.departmentId,
      assignee_id: to.assigneeId,
      acknowledged_at: call.now,
    })
    return done(ticket.id, [
      ...steps,
      handover(ticket.id, from, to, call, { mode: 'claim' }),
      tell('ticket.claimed', ticket.id, ticket.id, { from, to, mode: 'claim', reason: null, changes }),
    ])
  },
  refusal(ticket, call) {
    const { assignee_id: holder, status } = ticket
    if (!holder || holder === call.caller.me.id || !isOpen(status)) return undefined
    const name = call.of(directory).agents.get(holder)?.name
    return name === undefined ? undefined : refuse('ticket.claimed', { name })
  },
})
