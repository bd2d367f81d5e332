import type { Change, Row } from '../../../kernel/steps.ts'
import type { Standing } from '../promised.ts'

/** A ticket's clocks depend on these, by the names under which events tell of their changes. */
const columns: Readonly<Record<string, keyof Standing>> = {
  status: 'status',
  runState: 'run_state',
  urgency: 'urgency',
  departmentId: 'department_id',
  assigneeId: 'assignee_id',
  reopenCount: 'reopen_count',
  waitingSince: 'waiting_since',
  acknowledgedAt: 'acknowledged_at',
  firstResponseAt: 'first_response_at',
}
const moments: readonly (keyof Standing)[] = ['waiting_since', 'acknowledged_at', 'first_response_at']

interface Logged {
  type: string
  at: Date
  topic_id: string
  payload: Row
}

/** How a ticket stands after one more event of its history. Pure. */
export function standsAfter(before: Standing | undefined, event: Logged): Standing | undefined {
  const ticket = event.type === 'ticket.opened' ? opened(event) : before
  if (!ticket) return undefined
  const changes = (Array.isArray(event.payload.changes) ? event.payload.changes : []) as Change[]
  const patch = changes.flatMap(({ field, to }) => {
    const column = columns[field]
    if (!column) return []
    return [[column, moments.includes(column) && to !== null ? new Date(String(to)) : to]]
  })
  return { ...ticket, ...Object.fromEntries(patch) }
}

function opened({ topic_id, at, payload }: Logged): Standing {
  const to = payload.to as { departmentId: string | null; assigneeId: string | null }
  return {
    id: topic_id,
    status: to.assigneeId ? 'assigned' : 'new',
    run_state: 'running',
    urgency: payload.urgency as Standing['urgency'],
    department_id: to.departmentId,
    assignee_id: to.assigneeId,
    waiting_since: payload.messageId ? at : null,
    first_response_at: null,
    acknowledged_at: null,
    reopen_count: 0,
  }
}
