import { cellWords, isEmptyCell, verbs } from '@baton/contract'
import type { Desk } from '../../kernel/desk.ts'
import type { Gathered, GatheredRow, JobCall, JobKind, JobLine, JobRow, Passed } from '../../kernel/jobs/index.ts'
import type { Reading } from '../../kernel/kinds.ts'
import { parse } from '../../kernel/parse.ts'
import { type FieldProblem, invalid, Problem } from '../../kernel/problems.ts'
import { add, type Row } from '../../kernel/steps.ts'
import { keptPhone } from '../customers/index.ts'
import { definitions, readFields } from '../fields/index.ts'
import { readingOfCells } from './called.ts'
import { type Known, keyOfRow, knownBy } from './known.ts'
import { columnOf, readImportRow } from './read-row.ts'
import { type ImportLine, requestOf } from './request.ts'
import { cellsOf, withTable } from './source.ts'

/** In one step of gathering: the file is read from its beginning each time. */
const together = 5000
/** Rows of one file. */
export const mostRows = 200_000

/** 导入: every row of a file becomes a ticket, or is left out, or says what is wrong with it. */
export const importKind: JobKind = {
  name: 'import',
  gather,
  verbs: () => ['ticket.open', 'ticket.update'],
  tries: job => requestOf(job).dryRun,
  async call(job, line, desk, caller) {
    const reading = await desk.reading(caller)
    const known = await knownBy(desk.db, job, line, reading.picture)
    const passed = passedBy(job, line, known)
    return passed ?? openingOf(job, line, known, reading)
  },
  refusal: (problem, job) => ofColumns(problem, job),
}

async function gather(desk: Desk, job: JobRow): Promise<Gathered> {
  const { fileId, sheet, headerRow, mapping, key, name } = requestOf(job)
  const after = Number(job.ahead?.after ?? headerRow)
  const before = Number(job.ahead?.gathered ?? 0)
  const rows: GatheredRow[] = []
  let last = after
  const found = await withTable(desk, fileId, async table => {
    if (sheet >= table.sheets.length) throw new Problem(422, 'import.sheet', { name })
    for await (const { n, cells: read } of table.rows(sheet)) {
      if (n <= after) continue
      if (rows.length >= together) return true
      const cells = cellsOf(read, table.kind)
      const line: ImportLine = { row: n, cells }
      const isBlank = mapping.every(({ column }) => isEmptyCell(cells[column - 1]))
      const known = key && keyOfRow(cells, key.columns)
      rows.push({
        input: { ...line },
        ...(known && !isBlank && { key: known }),
        ...(isBlank && { skipped: 'import.blank' }),
      })
      last = n
    }
    return false
  })
  if (found === undefined) throw new Problem(404, 'job.lost')
  if (before + rows.length === 0) throw new Problem(422, 'import.empty', { name })
  if (before + rows.length > mostRows) throw new Problem(422, 'import.tooMany', { name, most: mostRows })
  return { rows, ahead: found ? { after: last } : null }
}

const lineOf = ({ input }: JobLine): ImportLine => input as unknown as ImportLine

/** A row that needs no verb: it was made before, or stands in the file twice. */
function passedBy(job: JobRow, line: JobLine, { ticketId, isOwn, earlier }: Known): Passed | undefined {
  if (ticketId && isOwn) return { state: 'ok', subjectId: ticketId }
  if (earlier !== undefined)
    return { state: 'skipped', subjectId: ticketId ?? null, code: 'import.twice', params: { row: earlier } }
  const { key, onKnown } = requestOf(job)
  if (ticketId && onKnown === 'skip') return { state: 'skipped', subjectId: ticketId, code: 'import.known' }
  if (key && line.key === null)
    throw invalid(
      key.columns
        .filter(column => isEmptyCell(lineOf(line).cells[column - 1]))
        .map(column => ({ path: `column.${column}`, code: 'import.noKey' })),
    )
  return undefined
}

async function openingOf(job: JobRow, line: JobLine, { ticketId }: Known, reading: Reading): Promise<JobCall | Passed> {
  const request = requestOf(job)
  const { cells } = lineOf(line)
  const own = reading.picture.of(definitions).of('ticket')
  const namesCustomers = (field: string) =>
    field === 'customer.number' || own.byKey(field.replace(/^fields\./, ''))?.spec.kind === 'customer'
  const customers = request.mapping.flatMap(({ column, field }) => {
    const cell = cells[column - 1]
    return namesCustomers(field) && cell && !isEmptyCell(cell) ? [cellWords(cell).trim()] : []
  })
  const { input, problems } = readImportRow(cells, request, reading.picture, await readingOfCells(reading, customers))
  await refuseWrong(input, problems, reading)
  if (ticketId) return updatingOf(input, ticketId)
  const { key } = request
  const kept = line.key
  return {
    verb: 'ticket.open',
    input,
    ...(key &&
      kept !== null && {
        keeps: (id: string) => [
          add('imported', { scope: key.scope, key: kept, ticket_id: id, job_id: job.id, n: line.n }),
        ],
      }),
  }
}

/** All that is wrong with a row is told at once, not one after the other as it is mended. */
async function refuseWrong(input: Row, inCells: readonly FieldProblem[], reading: Reading): Promise<void> {
  const problems = [...inCells]
  const add = (error: unknown) => {
    if (!(error instanceof Problem)) throw error
    const known = new Set(problems.map(({ path }) => columnOf(path)))
    problems.push(...error.fields.filter(({ path }) => !known.has(columnOf(path))))
  }
  try {
    parse(verbs['ticket.open'].input, input)
  } catch (error) {
    add(error)
  }
  if (problems.length === 0) return
  await readFields(reading, input.fields as Row | undefined, { owner: 'ticket', phone: keptPhone }).catch(add)
  throw invalid(problems)
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

/** The verb's problems at the columns of the file. */
function ofColumns(problem: Problem, job: JobRow): Problem {
  if (problem.code === 'taken' && problem.params.constraint === 'imported_pkey')
    return new Problem(409, 'import.meanwhile')
  if (problem.fields.length === 0) return problem
  const { mapping, headers } = requestOf(job)
  const fields = problem.fields.map(({ path, code, params }) => {
    const numbered = /^column\.(\d+)$/.exec(path)?.[1]
    const field = numbered ? mapping.find(({ column }) => column === Number(numbered))?.field : columnOf(path)
    const column = numbered ? Number(numbered) : mapping.find(one => one.field === field)?.column
    const header = column === undefined ? undefined : headers[column - 1]
    const told: FieldProblem = { path: field ?? path, code, params: { ...params, ...(header && { column: header }) } }
    return { column: column ?? Number.POSITIVE_INFINITY, told }
  })
  // As one reads a row.
  fields.sort((a, b) => a.column - b.column)
  return new Problem(
    problem.status,
    problem.code,
    problem.params,
    fields.map(({ told }) => told),
  )
}
