import { done, tell } from '../../kernel/steps.ts'
import { directory, lockPeople } from '../people/index.ts'
import { moved, ticketVerb } from './act.ts'
import { goesOn, handover, holderOf, sameHolder } from './holder.ts'

/** 重开: solved or closed too early; to the same person, or to the pool when that person has left. */
export const reopenTicket = ticketVerb('ticket.reopen', {
  load: (tx, { assignee_id }) => lockPeople(tx, [assignee_id]),
  decide(ticket, { reason }, call) {
    const from = holderOf(ticket)
    const to = goesOn(ticket, call.of(directory))
    const { steps, changes } = moved(ticket, call.now, {
      status: to.assigneeId ? 'in_progress' : 'new',
      run_state: 'running',
      assignee_id: to.assigneeId,
      solved_at: null,
      closed_at: null,
      reopen_count: ticket.reopen_count + 1,
    })
    return done(ticket.id, [
      ...steps,
      ...(sameHolder(from, to) ? [] : [handover(ticket.id, from, to, call, { mode: 'auto', reason })]),
      tell('ticket.reopened', ticket.id, ticket.id, { reason, changes }),
    ])
  },
})
