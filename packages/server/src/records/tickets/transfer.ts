import { done, refuse, tell } from '../../kernel/steps.ts'
import { directory, lockPeople } from '../people/index.ts'
import { moved, ticketVerb } from './act.ts'
import { handover, holderOf, modeOf, resolveHolder, sameHolder } from './holder.ts'

/** 转办: to the department in whose scope it lies, or to a person there, with the reason and how far it has come. */
export const transferTicket = ticketVerb('ticket.transfer', {
  load: (tx, _ticket, _call, { assigneeId }) => lockPeople(tx, [assigneeId]),
  decide(ticket, { departmentId, assigneeId, reason, note }, call) {
    const from = holderOf(ticket)
    const to = resolveHolder({ departmentId, assigneeId }, call.of(directory), ticket.department_id)
    if ('refusal' in to) return to
    if (sameHolder(from, to)) return refuse('ticket.sameHolder')
    const { steps, changes } = moved(ticket, call.now, {
      status: to.assigneeId ? 'assigned' : 'new',
      department_id: to.departmentId,
      assignee_id: to.assigneeId,
      acknowledged_at: null,
    })
    const mode = modeOf(call.caller)
    return done(ticket.id, [
      ...steps,
      handover(ticket.id, from, to, call, { mode, reason, note: note ?? null }),
      tell('ticket.transferred', ticket.id, ticket.id, { from, to, mode, reason, note: note ?? null, changes }),
    ])
  },
})
