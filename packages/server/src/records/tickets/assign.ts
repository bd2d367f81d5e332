import { done, tell } from '../../kernel/steps.ts'
import { directory, lockPeople } from '../people/index.ts'
import { moved, nothing, ticketVerb } from './act.ts'
import { handover, holderOf, modeOf, resolveHolder, sameHolder } from './holder.ts'

/** Gives the ticket to a person, or back to a department's pool; with a dispatch note (派发说明) if one is needed. */
export const assignTicket = ticketVerb('ticket.assign', {
  load: (tx, _ticket, _call, { assigneeId }) => lockPeople(tx, [assigneeId]),
  decide(ticket, { departmentId, assigneeId, note }, call) {
    const from = holderOf(ticket)
    const to = resolveHolder({ departmentId, assigneeId }, call.of(directory), ticket.department_id)
    if ('refusal' in to) return to
    if (sameHolder(from, to)) return nothing(ticket)
    const { steps, changes } = moved(ticket, call.now, {
      status: to.assigneeId ? 'assigned' : 'new',
      department_id: to.departmentId,
      assignee_id: to.assigneeId,
      acknowledged_at: null,
    })
    const mode = modeOf(call.caller)
    return done(ticket.id, [
      ...steps,
      handover(ticket.id, from, to, call, { mode, note: note ?? null }),
      tell(to.assigneeId ? 'ticket.assigned' : 'ticket.pooled', ticket.id, ticket.id, {
        from,
        to,
        mode,
        reason: note ?? null,
        changes,
      }),
    ])
  },
})
