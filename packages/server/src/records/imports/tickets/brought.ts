import { cellWords, channels, fill, isEmptyCell, urgencies, wordIn } from '@baton/contract'
import type { JobCall, JobLine, JobRow, Passed } from '../../../kernel/jobs/index.ts'
import type { Reading } from '../../../kernel/kinds.ts'
import { add, type Row } from '../../../kernel/steps.ts'
import { categories, requestTypes } from '../../categories/index.ts'
import { definitions } from '../../fields/index.ts'
import { directory } from '../../people/index.ts'
import { refuseWrong } from '../all-wrong.ts'
import type { Blank, Brought } from '../brought.ts'
import { readingOfCells } from '../called.ts'
import { type Known, keyOfRow, knownBy, passedBy } from '../known.ts'
import { lineOf, requestOf, type TicketRequest } from '../request.ts'
import type { ImportTarget } from '../target.ts'
import { columnOf, readImportRow } from './read-row.ts'
import { templateOf, ticketTargets } from './targets.ts'

/** Tickets, each as the person who brought it could have opened it. */
export const broughtTickets: Brought = {
  grant: 'ticket.import',
  verbs: ['ticket.open', 'ticket.update'],
  targets: ticketTargets,
  keyOf: (cells, { key }) => (key ? keyOfRow(cells, key.columns) : undefined),
  async call(job, line, desk, caller) {
    const reading = await desk.reading(caller)
    const known = await knownBy(desk.db, job, line, reading.picture)
    return passedBy(job, line, known) ?? openingOf(job, line, known, reading)
  },
  columnOf,
  blank,
}

async function openingOf(job: JobRow, line: JobLine, { id }: Known, reading: Reading): Promise<JobCall | Passed> {
  const request = requestOf(job) as TicketRequest
  const { cells } = lineOf(line)
  const own = reading.picture.of(definitions).of('ticket')
  const namesCustomers = (field: string) =>
    field === 'customer.number' || own.byKey(field.replace(/^fields\./, ''))?.spec.kind === 'customer'
  const customers = request.mapping.flatMap(({ column, field }) => {
    const cell = cells[column - 1]
    return namesCustomers(field) && cell && !isEmptyCell(cell) ? [cellWords(cell).trim()] : []
  })
  const { input, problems } = readImportRow(cells, request, reading.picture, await readingOfCells(reading, customers))
  await refuseWrong(input, problems, reading, { verb: 'ticket.open', owner: 'ticket', columnOf })
  if (id) return updatingOf(input, id)
  const { key } = request
  const kept = line.key
  return {
    verb: 'ticket.open',
    input,
    ...(key &&
      kept !== null && {
        keeps: (id: string) => [
          add('imported', { scope: key.scope, key: kept, ticket_id: id, customer_id: null, job_id: job.id, n: line.n }),
        ],
      }),
  }
}

const updatable = ['subject', 'urgency', 'requestType', 'category', 'tags', 'fields', 'templateId', 'customerId']

/** Only what the row says; where nothing of it can be changed there is nothing to do. */
function updatingOf(input: Row, ticketId: string): JobCall | Passed {
  const said = Object.entries(input).filter(
    ([name, value]) => updatable.includes(name) && !(Array.isArray(value) && value.length === 0),
  )
  if (said.length === 0) return { state: 'skipped', subjectId: ticketId, code: 'import.noChange' }
  return { verb: 'ticket.update', input: { ticketId, ...Object.fromEntries(said) } }
}

function blank(reading: Reading, templateId?: string): Blank {
  const { locale } = reading.caller
  const word = (key: string) => wordIn(locale, 'fileSheet', key) ?? key
  const { name, nameEn, form } = templateOf(reading, templateId)
  const isAsked = ({ field, own }: ImportTarget) =>
    own ? form.some(item => 'field' in item && item.field === field) : !left.includes(field)
  return {
    name: fill(word('templateFile'), { name: locale === 'en' ? (nameEn ?? name) : name }),
    title: word('tickets'),
    targets: ticketTargets(reading, templateId).filter(isAsked),
    how: 'fileHow',
    optionsOf: field => optionsOf(field, reading),
    exampleOf(field) {
      const worded = exampleWords[field]
      if (worded) return word(worded)
      const { departments } = reading.picture.of(directory)
      if (field === 'departmentId') return [...departments.values()].find(({ archived }) => !archived)?.name ?? ''
      return examples[field] ?? ''
    },
  }
}

/** Rarely wanted: who wants them writes them above a column. */
const left = ['customer.externalId', 'customer.number', 'templateId', 'channel', 'note']

function optionsOf(field: string, { caller: { locale }, picture }: Reading): string[] {
  if (field === 'urgency') return urgencies.map(key => wordIn(locale, 'urgency', key) ?? key)
  if (field === 'channel') return channels.map(key => wordIn(locale, 'channel', key) ?? key)
  if (field === 'categoryId')
    return picture
      .of(categories)
      .all.filter(({ archived }) => !archived)
      .map(({ path }) => path)
  if (field !== 'requestType') return []
  return picture
    .of(requestTypes)
    .all.filter(({ archived_at }) => archived_at === null)
    .map(({ name_zh, name_en }) => (locale === 'en' ? name_en : name_zh))
}

const exampleWords: Readonly<Record<string, string>> = {
  subject: 'exampleSubject',
  body: 'exampleBody',
  'customer.name': 'exampleName',
}

const examples: Readonly<Record<string, string>> = {
  sourceNumber: 'A-1001',
  'customer.phone': '13800138000',
  'customer.email': 'li@example.com',
  submittedAt: '2026-11-22 09:30',
}
