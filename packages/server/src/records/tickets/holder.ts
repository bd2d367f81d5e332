import type { DispatchDecision, HandoverMode } from '@baton/contract'
import type { Caller } from '../../kernel/caller.ts'
import { newId } from '../../kernel/ids.ts'
import { add, type Refusal, refuseField, type Step } from '../../kernel/steps.ts'
import type { Call } from '../../kernel/verb.ts'
import type { Directory } from '../people/index.ts'

export interface Holder {
  departmentId: string | null
  assigneeId: string | null
}

/** Who has the baton now. */
export const holderOf = (ticket: { department_id: string | null; assignee_id: string | null }): Holder => ({
  departmentId: ticket.department_id,
  assigneeId: ticket.assignee_id,
})

export const sameHolder = (a: Holder, b: Holder): boolean =>
  a.departmentId === b.departmentId && a.assigneeId === b.assigneeId

/** Who goes on with what was over: the same hand, or the pool of its department when that person is no longer here. */
export function goesOn(
  ticket: { department_id: string | null; assignee_id: string | null },
  people: Directory,
): Holder {
  const { departmentId, assigneeId } = holderOf(ticket)
  const isHere = assigneeId !== null && people.agents.get(assigneeId)?.status === 'active'
  return { departmentId, assigneeId: isHere ? assigneeId : null }
}

interface Wanted {
  departmentId?: string | undefined
  assigneeId?: string | undefined
}

/**
 * Who is meant by a department, a person, or both. A person alone keeps the present department when it is one of
 * theirs. The pool of a department is the department without a person.
 */
export function resolveHolder(wanted: Wanted, directory: Directory, present: string | null): Holder | Refusal {
  const { departmentId, assigneeId } = wanted
  if (departmentId) {
    const department = directory.departments.get(departmentId)
    if (!department) return refuseField('departmentId', 'unknown_id')
    if (department.archived) return refuseField('departmentId', 'archived')
  }
  if (!assigneeId) {
    return departmentId
      ? { departmentId, assigneeId: null }
      : refuseField('departmentId', 'one.needed', { options: 'departmentId, assigneeId' })
  }
  const person = directory.agents.get(assigneeId)
  if (!person) return refuseField('assigneeId', 'unknown_id')
  if (person.status !== 'active') return refuseField('assigneeId', 'disabled')
  if (departmentId && person.departmentIds.length > 0 && !person.departmentIds.includes(departmentId))
    return refuseField('assigneeId', 'notMember')
  const own = present && person.departmentIds.includes(present) ? present : (person.departmentIds[0] ?? present)
  return { departmentId: departmentId ?? own, assigneeId }
}

/** Whom the caller stands for, if anybody: a person, or the owner of a key. */
export const personOf = ({ me }: Caller): string | null => (typeof me.id === 'string' ? me.id : null)

/** How an assignment came about, by who made it. */
export function modeOf(caller: Caller): HandoverMode {
  if (caller.through) return caller.through
  if (caller.actor.kind === 'key') return 'api'
  return caller.actor.kind === 'person' ? 'manual' : 'auto'
}

/** One row in the one table of hand-overs. */
export function handover(
  ticketId: string,
  from: Holder,
  to: Holder,
  call: Call,
  words: { mode: HandoverMode; reason?: string | null; note?: string | null; decision?: DispatchDecision },
): Step {
  return add('handovers', {
    id: newId(),
    ticket_id: ticketId,
    at: call.now,
    verb: call.verb,
    mode: words.mode,
    from_department_id: from.departmentId,
    from_assignee_id: from.assigneeId,
    to_department_id: to.departmentId,
    to_assignee_id: to.assigneeId,
    actor_kind: call.caller.actor.kind,
    actor_id: call.caller.actor.id,
    reason: words.reason ?? null,
    note: words.note ?? null,
    ...(words.decision && { decision: words.decision }),
  })
}
