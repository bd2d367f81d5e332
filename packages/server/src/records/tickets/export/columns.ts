import {
  type ExportColumn,
  exportColumns,
  type FileCell,
  isExportColumn,
  textCell,
  usualExportColumns,
  wordIn,
} from '@baton/contract'
import { isHidden } from '../../../kernel/grants.ts'
import type { Reading } from '../../../kernel/kinds.ts'
import { categories, requestTypes } from '../../categories/index.ts'
import { type BuiltIn, callingsOf, chosenColumns, type FileColumn, wallClock } from '../../exports/index.ts'
import { directory } from '../../people/index.ts'
import { settings } from '../../settings/index.ts'
import { templates } from '../../templates/index.ts'
import { ticketFields } from '../fields.ts'
import type { ExportRow } from './rows.ts'

/** A column of a file of tickets. */
export type TicketColumn = FileColumn<ExportRow>

/** The columns that were asked for, or the usual ones. */
export function columnsOf(reading: Reading, asked: readonly string[] | undefined): TicketColumn[] {
  const cells = cellsOf(reading)
  const builtIn: BuiltIn<ExportRow> = {
    isColumn: isExportColumn,
    isWithheld: id => isWithheld(id, reading),
    usual: usualExportColumns,
    column(id) {
      const name = id as ExportColumn
      const header = wordIn(reading.caller.locale, 'fileColumn', name) ?? name
      return { id, header, width: widths[name] ?? 16, cell: cells[name] }
    },
  }
  return chosenColumns(reading, builtIn, reading.picture.of(ticketFields).own, asked)
}

/** What a view shows, as columns of a file; what a file cannot show is left out. */
export function columnsOfView(reading: Reading, shown: readonly string[]): string[] | undefined {
  if (shown.length === 0) return undefined
  const there = new Set(allColumns(reading).map(({ id }) => id))
  return ['number', 'subject', ...shown.map(id => (id === 'customerId' ? 'customer.name' : id))].filter(
    (id, at, all) => there.has(id) && all.indexOf(id) === at,
  )
}

/** Every column that the caller may ask for, with what it is called. */
export function allColumns(reading: Reading): TicketColumn[] {
  const { all } = reading.picture.of(ticketFields).own
  const ids = [...exportColumns, ...all.flatMap(({ key, archived }) => (archived ? [] : [`fields.${key}`]))]
  return columnsOf(
    reading,
    ids.filter(id => !isWithheld(id, reading)),
  )
}

/** Under which names a grant may withhold a column. */
const alsoCalled: Partial<Record<string, readonly string[]>> = {
  categoryId: ['category'],
  departmentId: ['department'],
  assigneeId: ['assignee'],
  body: ['lastWords'],
  'customer.phone': ['customer.phones'],
  'customer.email': ['customer.emails'],
}

function isWithheld(id: string, { caller: { grants } }: Reading): boolean {
  if ([id, ...(alsoCalled[id] ?? [])].some(name => isHidden(grants, name))) return true
  // What was said stands in the conversation.
  return id === 'body' && grants.may('ticket.timeline') !== true
}

const widths: Partial<Record<ExportColumn, number>> = {
  subject: 40,
  body: 50,
  result: 40,
  categoryId: 24,
  departmentId: 20,
  'customer.email': 24,
  'customer.company': 24,
}

type Cells = Record<ExportColumn, (row: ExportRow) => FileCell>

function cellsOf({ caller: { locale }, picture }: Reading): Cells {
  const { departments } = picture.of(directory)
  const called = callingsOf(picture)
  const wall = wallClock(picture.of(settings).timezone)
  const text = (value: string | null | undefined): FileCell => textCell(value ?? '')
  const number = (value: number | null): FileCell => (value === null ? null : { number: value, text: String(value) })
  const time = (value: Date | null): FileCell => (value === null ? null : { moment: wall(value.getTime()) })
  const word = (section: 'status' | 'runState' | 'urgency' | 'channel', key: string) =>
    text(wordIn(locale, section, key) ?? key)
  return {
    number: row => text(row.number),
    subject: row => text(row.subject),
    body: row => text(row.body),
    status: row => word('status', row.status),
    runState: row => word('runState', row.run_state),
    urgency: row => word('urgency', row.urgency),
    requestType(row) {
      const type = row.request_type === null ? undefined : picture.of(requestTypes).byKey(row.request_type)
      return text(type ? (locale === 'en' ? type.name_en : type.name_zh) : row.request_type)
    },
    categoryId: row => text(row.category_id && picture.of(categories).pathOf(row.category_id)),
    'customer.name': row => text(row.customer_name),
    'customer.phone': row => text(row.phones?.join('、')),
    'customer.email': row => text(row.emails?.join('、')),
    'customer.number': row => text(row.customer_number),
    'customer.level': row => text(row.customer_level),
    'customer.company': row => text(row.company),
    departmentId: row => text(row.department_id && departments.get(row.department_id)?.path),
    assigneeId: row => text(row.assignee_id && called.get(row.assignee_id)),
    creatorId: row => text(row.creator_kind === 'person' && row.creator_id ? called.get(row.creator_id) : null),
    channel: row => word('channel', row.channel),
    templateId(row) {
      const template = row.template_id ? picture.of(templates).byId(row.template_id) : undefined
      return text(locale === 'en' ? (template?.nameEn ?? template?.name) : template?.name)
    },
    tags: row => text(row.tags.join('、')),
    result: row => text(row.result),
    satisfaction: row => number(row.satisfaction),
    urgeCount: row => number(row.urge_count),
    reopenCount: row => number(row.reopen_count),
    messageCount: row => number(row.message_count),
    submittedAt: row => time(row.submitted_at),
    createdAt: row => time(row.created_at),
    updatedAt: row => time(row.updated_at),
    acknowledgedAt: row => time(row.acknowledged_at),
    firstResponseAt: row => time(row.first_response_at),
    dueAt: row => time(row.due_at),
    warnedAt: row => time(row.warned_at),
    breachedAt: row => time(row.breached_at),
    lastMessageAt: row => time(row.last_message_at),
    solvedAt: row => time(row.solved_at),
    closedAt: row => time(row.closed_at),
  }
}
