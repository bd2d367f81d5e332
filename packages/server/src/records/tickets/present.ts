import { canMove, type TicketRecord, transitions } from '@baton/contract'
import { sql } from 'kysely'
import { type Grants, isHidden } from '../../kernel/grants.ts'
import { mayOn, type Reading } from '../../kernel/kinds.ts'
import type { Row } from '../../kernel/steps.ts'
import { categories } from '../categories/index.ts'
import { shownFields } from '../fields/index.ts'
import { directory } from '../people/index.ts'
import { ticketFields } from './fields.ts'
import { ticketKind } from './kind.ts'
import { type AskedExtension, type ClockRow, type LockedTicket, standingOf, type TicketRow } from './ticket.ts'

export interface Shown extends LockedTicket {
  customer: TicketRecord['customer']
  links: TicketRecord['links']
  seen_seq: number | null
}

/**
 * Tickets as the API shows them, with what this caller may do with each (`allowed`) and without hidden fields. With
 * `columns`, of the desk's own fields only those that are named there: a list need not carry two hundred of them.
 */
export async function presentTickets(
  reading: Reading,
  ids: readonly string[],
  columns?: readonly string[],
): Promise<Row[]> {
  if (ids.length === 0) return []
  const me = personOf(reading)
  const { rows } = await sql<Shown>`
    select ${plainColumns}, ${fieldsShown(columns)} as fields, c.level as customer_level, c.name as customer_name,
      case when c.id is not null then json_build_object(
        'id', c.id, 'number', c.number, 'name', c.name, 'salutation', c.salutation, 'level', c.level,
        'company', (select k.name from companies k where k.id = c.company_id),
        'emails', array(select p.value from contact_points p where p.customer_id = c.id and p.kind = 'email' order by p.position),
        'phones', array(select p.value from contact_points p where p.customer_id = c.id and p.kind = 'phone' order by p.position) || c.partial_phones
      ) end as customer,
      (select coalesce(json_agg(k order by k.started_at), '[]') from clocks k where k.ticket_id = t.id) as clocks,
      (select coalesce(json_agg(json_build_object('id', o.id, 'number', o.number, 'subject', o.subject, 'kind', l.kind)), '[]')
        from (select other_id, kind from ticket_links where ticket_id = t.id
              union all select ticket_id, kind || 'By' from ticket_links where other_id = t.id) l
        join tickets o on o.id = l.other_id) as links,
      (select s.seq from seen s where s.ticket_id = t.id and s.agent_id = ${me}::uuid) as seen_seq
    from tickets t left join customers c on c.id = t.customer_id
    where t.id = any(${ids}::uuid[])`.execute(reading.db)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    return row ? [ticketRecord(row, reading)] : []
  })
}

/** All but the own fields, which may be long: a row that is not asked for them need not be unpacked. */
const columnNames = [
  'id',
  'number',
  'subject',
  'status',
  'run_state',
  'urgency',
  'request_type',
  'channel',
  'category_id',
  'template_id',
  'template_version',
  'department_id',
  'assignee_id',
  'customer_id',
  'creator_kind',
  'creator_id',
  'tags',
  'mention_ids',
  'result',
  'urge_count',
  'reopen_count',
  'satisfaction',
  'message_count',
  'public_seq',
  'last_words',
  'last_from',
  'last_message_at',
  'waiting_since',
  'submitted_at',
  'created_at',
  'updated_at',
  'acknowledged_at',
  'first_response_at',
  'solved_at',
  'closed_at',
  'paused_at',
  'resume_at',
  'appointment_at',
  'due_at',
  'warned_at',
  'breached_at',
  'extension_asked_at',
  'version',
] as const satisfies readonly (keyof TicketRow)[]
const plainColumns = sql.join(columnNames.map(name => sql.ref(`t.${name}`)))

function fieldsShown(columns: readonly string[] | undefined) {
  if (!columns) return sql`t.fields`
  const keys = [...new Set(columns.filter(id => id.startsWith('fields.')).map(id => id.split('.')[1] ?? ''))]
  if (keys.length === 0) return sql`'{}'::jsonb`
  return sql`jsonb_build_object(${sql.join(keys.flatMap(key => [sql`${key}::text`, sql`t.fields -> ${key}::text`]))})`
}

/** A ticket's row, with what is shown beside it, as the API's record. */
export const ticketRecord = (row: Shown, reading: Reading): Row =>
  withoutHidden(record(row, reading, personOf(reading)), reading)

const personOf = ({ caller }: Reading): string | null => (caller.actor.kind === 'person' ? caller.actor.id : null)

const text = (time: Date | null): string | null => time?.toISOString() ?? null
/** JSON carries times as text. */
const iso = (time: Date | string): string => new Date(time).toISOString()

function record(row: Shown, reading: Reading, me: string | null): TicketRecord {
  const { picture } = reading
  const people = picture.of(directory)
  const department = row.department_id ? people.departments.get(row.department_id) : undefined
  const assignee = row.assignee_id ? people.agents.get(row.assignee_id) : undefined
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    status: row.status,
    runState: row.run_state,
    urgency: row.urgency,
    requestType: row.request_type,
    channel: row.channel,
    categoryId: row.category_id,
    category: row.category_id ? (picture.of(categories).byId(row.category_id)?.path ?? null) : null,
    templateId: row.template_id,
    templateVersion: row.template_version,
    departmentId: row.department_id,
    department: department ? { id: department.id, name: department.name } : null,
    assigneeId: row.assignee_id,
    assignee: assignee ? { id: assignee.id, name: assignee.name, employeeNo: assignee.employeeNo } : null,
    customerId: row.customer_id,
    customer: row.customer,
    tags: row.tags,
    fields: shownFields(picture.of(ticketFields).own, row.fields, reading.caller),
    result: row.result,
    satisfaction: row.satisfaction,
    urgeCount: row.urge_count,
    reopenCount: row.reopen_count,
    messageCount: row.message_count,
    publicSeq: row.public_seq,
    lastWords: row.last_words,
    lastFrom: row.last_from,
    lastMessageAt: text(row.last_message_at),
    waitingSince: text(row.waiting_since),
    submittedAt: row.submitted_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    acknowledgedAt: text(row.acknowledged_at),
    firstResponseAt: text(row.first_response_at),
    solvedAt: text(row.solved_at),
    closedAt: text(row.closed_at),
    pausedAt: text(row.paused_at),
    resumeAt: text(row.resume_at),
    appointmentAt: text(row.appointment_at),
    dueAt: text(row.due_at),
    warnedAt: text(row.warned_at),
    breachedAt: text(row.breached_at),
    extensionAskedAt: text(row.extension_asked_at),
    clocks: row.clocks.map(clockRecord),
    links: row.links,
    seenSeq: row.seen_seq ?? 0,
    unread: me !== null && row.message_count > (row.seen_seq ?? 0),
    version: row.version,
    allowed: allowedOn(row, reading),
  }
}

/** How a clock stands; what has run in it is as of its last change. */
export const clockRecord = (clock: ClockRow): TicketRecord['clocks'][number] => ({
  id: clock.id,
  target: clock.target,
  state: clock.state,
  startedAt: iso(clock.started_at),
  dueAt: iso(clock.due_at),
  warnsAt: clock.warns_at && iso(clock.warns_at),
  warnedAt: clock.warned_at && iso(clock.warned_at),
  endedAt: clock.ended_at && iso(clock.ended_at),
  breachedAt: clock.breached_at && iso(clock.breached_at),
  targetSeconds: clock.target_seconds,
  usedSeconds: clock.used_seconds,
  extendedSeconds: clock.extended_seconds,
  asked: clock.asked && askedRecord(clock.asked),
})

const askedRecord = ({ seconds, reason, byId, byName, at }: AskedExtension): Asked => ({
  seconds,
  reason,
  by: byId === null ? null : { id: byId, name: byName },
  at,
})
type Asked = NonNullable<TicketRecord['clocks'][number]['asked']>

const ticketVerbNames = transitions
  .map(row => row.verb)
  .filter(name => name !== 'ticket.open' && name !== 'ticket.receive')

/** What the state table and the caller's grants let this caller do with this ticket now. */
function allowedOn(row: LockedTicket, reading: Reading): string[] {
  return ticketVerbNames.filter(
    name =>
      canMove(name, standingOf(row)) && hasClockFor(name, row) && mayOn(ticketKind, name, row, reading.caller, reading),
  )
}

/** More time is asked for while a promise can still be kept, and decided while somebody asks. */
function hasClockFor(name: string, { clocks, extension_asked_at }: LockedTicket): boolean {
  if (name === 'ticket.requestExtension')
    return clocks.some(({ state, breached_at }) => (state === 'running' || state === 'paused') && !breached_at)
  return extension_asked_at !== null || (name !== 'ticket.grantExtension' && name !== 'ticket.declineExtension')
}

/** A ticket and what stands beside it, as far as it may be told; promises say when it is due. */
function withoutHidden(ticket: TicketRecord, { caller: { grants } }: Reading): Row {
  const parts = Object.entries(ticket).flatMap(([field, value]) => {
    if (isHidden(grants, field)) return []
    return [[field, isPlain(value) && field !== 'fields' ? withoutHiddenParts(field, value, grants) : value]]
  })
  return { ...Object.fromEntries(parts), ...(tellsClocks(grants) ? {} : { clocks: [] }) }
}

const isPlain = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

const withoutHiddenParts = (whole: string, parts: Row, grants: Grants): Row =>
  Object.fromEntries(Object.entries(parts).filter(([part]) => !isHidden(grants, `${whole}.${part}`)))

/** Clocks say when a ticket is due and what cards have fallen: who may not see one of these sees no clocks. */
export const tellsClocks = (grants: Grants): boolean =>
  !['clocks', 'dueAt', 'warnedAt', 'breachedAt', 'extensionAskedAt'].some(field => isHidden(grants, field))
