import { done, refuse, tell } from '../../kernel/steps.ts'
import type { Call } from '../../kernel/verb.ts'
import { directory, lockPeople } from '../people/index.ts'
import { moved, ticketVerb } from './act.ts'
import { type Holder, handover, holderOf, modeOf, sameHolder } from './holder.ts'
import type { LockedTicket } from './ticket.ts'

interface Handed {
  from_department_id: string | null
  from_assignee_id: string | null
  to_department_id: string | null
  to_assignee_id: string | null
}

/** 退回: not in scope, so back to whoever had it before, with the reason. */
export const returnTicket = ticketVerb<'ticket.return', undefined, Handed[]>('ticket.return', {
  async load(tx, ticket, call) {
    const handed = await tx
      .selectFrom('handovers')
      .select(['from_department_id', 'from_assignee_id', 'to_department_id', 'to_assignee_id'])
      .where('ticket_id', '=', ticket.id)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(50)
      .execute()
    await lockPeople(tx, [whoHadIt(handed, ticket, call)?.assigneeId])
    return handed
  },
  decide(ticket, { reason }, call, { loaded }) {
    const from = holderOf(ticket)
    const to = whoHadIt(loaded, ticket, call)
    if (!to) return refuse('ticket.noPrevious')
    const { steps, changes } = moved(ticket, call.now, {
      status: to.assigneeId ? 'assigned' : 'new',
      department_id: to.departmentId,
      assignee_id: to.assigneeId,
      acknowledged_at: null,
    })
    const mode = modeOf(call.caller)
    return done(ticket.id, [
      ...steps,
      handover(ticket.id, from, to, call, { mode, reason }),
      tell('ticket.returned', ticket.id, ticket.id, { from, to, mode, reason, changes }),
    ])
  },
})

const whoHadIt = (handed: readonly Handed[], ticket: LockedTicket, call: Call): Holder | undefined =>
  previousHolder(handed, holderOf(ticket), id => call.of(directory).agents.get(id)?.status === 'active')

/** The hand-over that brought it here tells who had it before; a person who has left stands for their department's pool. */
export function previousHolder(
  handed: readonly Handed[],
  present: Holder,
  isActive: (id: string) => boolean,
): Holder | undefined {
  for (const row of handed) {
    const to = { departmentId: row.to_department_id, assigneeId: row.to_assignee_id }
    if (!sameHolder(to, present)) continue
    const from = { departmentId: row.from_department_id, assigneeId: row.from_assignee_id }
    if (from.departmentId === null && from.assigneeId === null) return undefined
    const previous = from.assigneeId && !isActive(from.assigneeId) ? { ...from, assigneeId: null } : from
    return sameHolder(previous, present) ? undefined : previous
  }
  return undefined
}
