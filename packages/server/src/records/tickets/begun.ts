import type { Row } from '../../kernel/steps.ts'
import type { ClockRow } from './ticket.ts'

/** A clock that is drafted to begin, with what the table gives it. */
export const asBegun = (row: Row): ClockRow => ({ ...untouched, ...row }) as unknown as ClockRow

const untouched = {
  calendar_id: null,
  policy_id: null,
  round: '',
  used_seconds: 0,
  extended_seconds: 0,
  asked: null,
  ended_at: null,
  lead_seconds: null,
  warns_at: null,
  warned_at: null,
  warned_department_id: null,
  warned_assignee_id: null,
  breached_at: null,
  breached_department_id: null,
  breached_assignee_id: null,
  ladder: [],
  rung: 0,
  rung_at: null,
}
