import { done, tell } from '../../kernel/steps.ts'
import { directory, lockPeople } from '../people/index.ts'
import { moved, ticketVerb } from './act.ts'
import { handover, holderOf, modeOf, resolveHolder, sameHolder } from './holder.ts'

/** 待跟进: the customer is not content; the same hand, or a given one, goes on until they are. */
export const followUpTicket = ticketVerb('ticket.followUp', {
  load: (tx, _ticket, _call, { assigneeId }) => lockPeople(tx, [assigneeId]),
  decide(ticket, { reason, assigneeId }, call) {
    const from = holderOf(ticket)
    const to = assigneeId ? resolveHolder({ assigneeId }, call.of(directory), ticket.department_id) : from
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
