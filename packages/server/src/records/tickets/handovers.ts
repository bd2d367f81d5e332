import { isHidden } from '../../kernel/grants.ts'
import { read } from '../../kernel/read.ts'
import { ticketIdOf } from './get.ts'

/** Who had it when, oldest first: the one table of hand-overs. */
export const listHandovers = read('ticket.handovers', async (reading, { id, limit }) => {
  const ticketId = await ticketIdOf(reading, { id })
  const rows = await reading.db
    .selectFrom('handovers')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .orderBy('at')
    .orderBy('id')
    .limit(Math.max(limit, most))
    .execute()
  const { grants } = reading.caller
  const shown = <T>(field: string, value: T): T | null => (isHidden(grants, field) ? null : value)
  return {
    items: rows.map(row => ({
      id: row.id,
      at: row.at.toISOString(),
      verb: row.verb,
      mode: row.mode,
      fromDepartmentId: shown('departmentId', row.from_department_id),
      fromAssigneeId: shown('assigneeId', row.from_assignee_id),
      toDepartmentId: shown('departmentId', row.to_department_id),
      toAssigneeId: shown('assigneeId', row.to_assignee_id),
      actor: { kind: row.actor_kind, id: row.actor_id },
      reason: row.reason,
      note: row.note,
      decision: shown('assigneeId', row.decision),
    })),
    nextCursor: null,
  }
})

/** A ticket that has been handed on more often than this has other problems than paging. */
const most = 1000
