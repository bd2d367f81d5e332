import { isEmptyCell } from '@baton/contract'
import type { Desk } from '../../kernel/desk.ts'
import type { Gathered, GatheredRow, JobKind, JobRow } from '../../kernel/jobs/index.ts'
import { type FieldProblem, Problem } from '../../kernel/problems.ts'
import { brought } from './all.ts'
import { type ImportLine, requestOf } from './request.ts'
import { cellsOf, withTable } from './source.ts'

/** In one step of gathering: the file is read from its beginning each time. */
const together = 5000
/** Rows of one file. */
export const mostRows = 200_000

/** 导入: every row of a file becomes a ticket or a customer, or is left out, or says what is wrong with it. */
export const importKind: JobKind = {
  name: 'import',
  gather,
  verbs: job => brought[requestOf(job).of].verbs,
  tries: job => requestOf(job).dryRun,
  call: (job, line, desk, caller) => brought[requestOf(job).of].call(job, line, desk, caller),
  refusal: (problem, job) => ofColumns(problem, job),
}

async function gather(desk: Desk, job: JobRow): Promise<Gathered> {
  const request = requestOf(job)
  const { of, fileId, sheet, headerRow, mapping, name } = request
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
      const key = isBlank ? undefined : brought[of].keyOf(cells, request)
      rows.push({
        input: { ...line },
        ...(key !== undefined && { key }),
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

/** The verb's problems at the columns of the file. */
function ofColumns(problem: Problem, job: JobRow): Problem {
  if (problem.code === 'taken' && problem.params.constraint === 'imported_pkey')
    return new Problem(409, 'import.meanwhile')
  if (problem.fields.length === 0) return problem
  const { of, mapping, headers } = requestOf(job)
  const fields = problem.fields.map(({ path, code, params }) => {
    const numbered = /^column\.(\d+)$/.exec(path)?.[1]
    const field = numbered
      ? mapping.find(({ column }) => column === Number(numbered))?.field
      : brought[of].columnOf(path)
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
