import { done, tell } from '../../kernel/steps.ts'
import { directory, lockPeople } from '../people/index.ts'
import { moved, ticketVerb } from './act.ts'
import { goesOn, handover, holderOf, modeOf, resolveHolder, sameHolder } from './holder.ts'

/** 待跟进: the customer is not content; the same hand, or a given one, goes on until they are; the pool, when nobody of them is here. */
export const followUpTicket = ticketVerb('ticket.followUp', {
  load: (tx, _ticket, _call, { assigneeId }) => lockPeople(tx, [assigneeId]),
  decide(ticket, { reason, assigneeId }, call) {
    const from = holderOf(ticket)
    const people = call.of(directory)
    const to = assigneeId ? resolveHolder({ assigneeId }, people, ticket.department_id) : goesOn(ticket, people)
    if ('refusal' in to) return to
    const { steps, changes } = moved(ticket, call.now, {
      status: 'follow_up',
      run_state: 'running',
      closed_at: null,
      department_id: to.departmentId,
      assignee_id: to.assigneeId,
    })
    return done(ticket.id, [
      ...steps,
      ...(sameHolder(from, to) ? [] : [handover(ticket.id, from, to, call, { mode: modeOf(call.caller), reason })]),
      tell('ticket.followedUp', ticket.id, ticket.id, { reason, changes }),
    ])
  },
})
