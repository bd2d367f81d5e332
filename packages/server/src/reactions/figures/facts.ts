import type { FigureName, Records } from '@baton/contract'
import { type RawBuilder, sql } from 'kysely'
import { toSql } from '../../kernel/conditions/index.ts'
import { isHidden } from '../../kernel/grants.ts'
import { type Reading, scopeOf } from '../../kernel/kinds.ts'
import { cursorForms, cursorKey, read, toCursor } from '../../kernel/read.ts'
import { settings } from '../../records/settings/index.ts'
import { periodOf, type Selection, selectionOf } from './asked.ts'
import { lying } from './measure.ts'
import { nameOf } from './names.ts'
import { ownFields } from './own.ts'
import type { Period } from './period.ts'

/** The facts behind one number: as many as the number says, each with its ticket as far as the caller may see it. */
export const listFacts = read('figures.facts', async (reading, { from, to, where, figure, cursor, limit }) => {
  const key = cursorKey(cursor, [dayForm, cursorForms.time, cursorForms.id, cursorForms.number])
  const selection = selectionOf(reading, 'figures.facts', where)
  const found = await factsOf(reading, figure, periodOf({ from, to }), selection, limit + 1, key)
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(row => factRecord(row, reading)),
    nextCursor: found.length > limit && last ? toCursor(last.key) : null,
  }
})

const dayForm = /^\d{4}-\d\d-\d\d$/

export interface FactRow {
  key: string[]
  ticket_id: string
  seq: number
  kind: string
  at: Date
  day: string
  value: number | null
  word: string | null
  department_id: string | null
  assignee_id: string | null
  category_id: string | null
  channel: string
  request_type: string | null
  urgency: string
  policy_id: string | null
  fields: Record<string, unknown>
  number: string | null
  subject: string
  status: string
}

/** Newest day first, for that is how they are indexed, and in it the newest. What is open at a day's end is told by the fact that it lies since then. */
export async function factsOf(
  reading: Reading,
  figure: FigureName,
  period: Period,
  selection: Selection,
  limit: number,
  after?: readonly string[],
): Promise<FactRow[]> {
  const visible = toSql(scopeOf(reading.kind('ticket'), 'ticket.list', reading), ticketColumns(reading))
  const [day, at, id, seq] = after ?? []
  const { rows } = await sql<FactRow>`
    select json_build_array(f.day::text, f.at::text, f.ticket_id::text, f.seq::text) as key, f.*, d.department_id, d.assignee_id,
      d.category_id, d.channel, d.request_type, d.urgency, d.policy_id, d.fields, t.number, t.subject, t.status
    from (
      select f.* from ${countedBy(reading, figure, period, selection)} f
      where ${
        day
          ? sql`(f.day, f.at, f.ticket_id, f.seq) < (${day}::date, ${at}::timestamptz, ${id}::uuid, ${seq}::bigint)`
          : sql`true`
      }
      order by f.day desc, f.at desc, f.ticket_id desc, f.seq desc limit ${limit}
    ) f join figure_dimensions d on d.id = f.dimension_id
    left join (
      select t.id, t.number, t.subject, t.status from tickets t left join customers c on c.id = t.customer_id where ${visible}
    ) t on t.id = f.ticket_id
    order by f.day desc, f.at desc, f.ticket_id desc, f.seq desc`.execute(reading.db)
  return rows
}

/** Whether a number counted more than so many. */
export async function areMoreThan(
  reading: Reading,
  figure: FigureName,
  period: Period,
  selection: Selection,
  most: number,
): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from (
    select from ${countedBy(reading, figure, period, selection)} f limit ${most + 1}) counted`.execute(reading.db)
  return (rows[0]?.n ?? 0) > most
}

/** The facts that a number counted. Of a number of tickets, each with its newest. */
function countedBy(reading: Reading, figure: FigureName, period: Period, { where, joined }: Selection) {
  const facts = sql`(select f.* from ${sourceOf(reading, figure, period)} f ${joined()} where ${where})`
  if (figure !== 'overdue' && figure !== 'extendedTickets') return facts
  return sql`(select distinct on (f.ticket_id) f.* from ${facts} f order by f.ticket_id, f.day desc, f.at desc, f.seq desc)`
}

const sourceOf = (reading: Reading, figure: FigureName, period: Period) =>
  figure === 'backlog' ? backlogOf(period.to, reading.picture.of(settings).timezone) : countedOf(figure, period)

const ticketColumns = (reading: Reading) => reading.kind('ticket').columns(reading.picture)

const countedOf = (figure: Exclude<FigureName, 'backlog'>, { from, to }: Period) => sql`(
  select f.ticket_id, f.seq, f.kind, f.at, f.day, f.dimension_id, f.customer_id, f.value, f.word from facts f
  where f.day >= ${from}::date and f.day <= ${to}::date and ${counts[figure]}
)`

const backlogOf = (day: string, zone: string) => sql`(
  select s.ticket_id, 0 as seq, s.kind, s.from_day::timestamp at time zone ${zone} as at, s.from_day as day, s.dimension_id, s.customer_id,
    s.value, s.word
  from ${lying(day)} s where s.from_day <= ${day}::date
)`

/** What each number counts; the twin of the sums in `measure.ts`, and held equal to them by a test. */
const counts: Record<Exclude<FigureName, 'backlog'>, RawBuilder<boolean>> = {
  created: sql`f.kind = 'created'`,
  solved: sql`f.kind = 'solved'`,
  closed: sql`f.kind = 'closed'`,
  ended: sql`f.kind in ('cancelled', 'forceEnded')`,
  firstResponse: sql`f.kind = 'responded'`,
  handling: sql`f.kind = 'solved' and f.value is not null`,
  kept: sql`f.kind = 'kept'`,
  breached: sql`f.kind = 'breached'`,
  overdue: sql`f.kind = 'breached'`,
  warned: sql`f.kind = 'warned'`,
  extended: sql`f.kind = 'extended'`,
  extendedTickets: sql`f.kind = 'extended'`,
  assigned: sql`f.kind = 'assigned'`,
  manual: sql`f.kind = 'assigned' and f.word = 'manual'`,
  claimed: sql`f.kind = 'assigned' and f.word = 'claim'`,
  automatic: sql`f.kind = 'assigned' and f.word = 'auto'`,
  rated: sql`f.kind = 'rated' and f.value is not null`,
  satisfied: sql`f.kind = 'rated' and f.value in (4, 5)`,
  dissatisfied: sql`f.kind = 'rated' and f.value in (1, 2)`,
  asked: sql`f.kind = 'asked'`,
  reopened: sql`f.kind = 'reopened'`,
  reopenedTickets: sql`f.kind = 'reopened' and f.nth = 1`,
  followedUp: sql`f.kind = 'followedUp'`,
  transferred: sql`f.kind = 'transferred'`,
  returned: sql`f.kind = 'returned'`,
  urged: sql`f.kind = 'urged'`,
  urgedTickets: sql`f.kind = 'urged' and f.nth = 1`,
}

const timed = ['responded', 'solved', 'kept', 'extended']

/** A fact as the API shows it, without what is hidden from the caller. */
export function factRecord(row: FactRow, reading: Reading): Records['fact'] {
  const { grants } = reading.caller
  const shown = <T>(field: string, value: T): T | null => (isHidden(grants, field) ? null : value)
  const named = (by: 'department' | 'person' | 'category' | 'policy', key: string | null) =>
    key && nameOf(by, key, reading)
  const [departmentId, assigneeId, categoryId, policyId] = [
    shown('departmentId', row.department_id),
    shown('assigneeId', row.assignee_id),
    shown('categoryId', row.category_id),
    shown('policyId', row.policy_id),
  ]
  return {
    id: `${row.ticket_id}:${row.seq}:${row.kind}`,
    kind: row.kind,
    at: row.at.toISOString(),
    day: row.day,
    seconds: timed.includes(row.kind) ? row.value : null,
    score: row.kind === 'rated' ? shown('satisfaction', row.value) : null,
    word: row.word,
    departmentId,
    department: named('department', departmentId),
    assigneeId,
    assignee: named('person', assigneeId),
    categoryId,
    category: named('category', categoryId),
    channel: shown('channel', row.channel),
    requestType: shown('requestType', row.request_type),
    urgency: shown('urgency', row.urgency),
    policyId,
    policy: named('policy', policyId),
    fields: Object.fromEntries(
      ownFields(reading).flatMap(({ key }) => (key in row.fields ? [[key, row.fields[key]]] : [])),
    ),
    ticket: row.number
      ? {
          id: row.ticket_id,
          number: row.number,
          subject: shown('subject', row.subject),
          status: shown('status', row.status),
        }
      : null,
  }
}
