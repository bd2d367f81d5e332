import { done, tell } from '../../kernel/steps.ts'
import { directory, lockPeople } from '../people/index.ts'
import { moved, ticketVerb } from './act.ts'
import { handover, holderOf } from './holder.ts'

/** 重开: solved or closed too early; to the same person, or to the pool when that person has left. */
export const reopenTicket = ticketVerb('ticket.reopen', {
  load: (tx, { assignee_id }) => lockPeople(tx, [assignee_id]),
  decide(ticket, { reason }, call) {
    const from = holderOf(ticket)
    const stays = ticket.assignee_id !== null && call.of(directory).agents.get(ticket.assignee_id)?.status === 'active'
    const to = { departmentId: ticket.department_id, assigneeId: stays ? ticket.assignee_id : null }
    const { steps, changes } = moved(ticket, call.now, {
      status: stays ? 'in_progress' : 'new',
      run_state: 'running',
      assignee_id: to.assigneeId,
      solved_at: null,
      closed_at: null,
      reopen_count: ticket.reopen_count + 1,
    })
    const left = ticket.assignee_id !== null && !stays
    return done(ticket.id, [
      ...steps,
      ...(left ? [handover(ticket.id, from, to, call, { mode: 'auto', reason })] : []),
      tell('ticket.reopened', ticket.id, ticket.id, { reason, changes }),
    ])
  },
})
