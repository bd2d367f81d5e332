import { type FileKind, type VerbInput, wordIn } from '@baton/contract'
import { deskTopic, newId } from '../../kernel/ids.ts'
import { beginJob } from '../../kernel/jobs/index.ts'
import { type FieldProblem, invalid, invalidField, Problem } from '../../kernel/problems.ts'
import { add, type Decision, done, tell } from '../../kernel/steps.ts'
import type { Call, Preparing } from '../../kernel/verb.ts'
import { freeFiles } from '../files/index.ts'
import { scopeOf } from './known.ts'
import type { ImportRequest } from './request.ts'
import { cellsInWords, withTable } from './source.ts'
import type { ImportTarget } from './target.ts'

/** What the file is called, and its headers. */
export interface Found {
  name: string
  headers: string[]
}

type Input = VerbInput<'customer.import'>

/** Throws all that is wrong with what was asked, as far as it can be known before a row is read. */
export async function lookInto(preparing: Preparing, input: Input, problems: readonly FieldProblem[]): Promise<Found> {
  if (problems.length > 0) throw invalid([...problems])
  if (!(await freeFiles(preparing.db, [input.fileId], preparing.caller)).has(input.fileId))
    throw invalidField('fileId', 'import.file')
  const found = await withTable(preparing, input.fileId, async (table, name) => {
    if (input.sheet >= table.sheets.length) throw new Problem(422, 'import.sheet', { name })
    for await (const { n, cells } of table.rows(input.sheet)) {
      if (n === input.headerRow) return { name, headers: cellsInWords(cells) }
      if (n > input.headerRow) break
    }
    return { name, headers: [] }
  })
  if (!found) throw invalidField('fileId', 'import.file')
  return found
}

/** Begins the job at once: the rows are read in the background. */
export function beginImport(
  of: FileKind,
  { key, ...input }: Input,
  { name, headers }: Found,
  { caller, now }: Pick<Call, 'caller' | 'now'>,
): Decision {
  const id = newId()
  const request: ImportRequest = {
    ...input,
    of,
    name,
    headers,
    key: key.length > 0 ? { columns: key, scope: scopeOf(of, key, input.mapping, headers) } : null,
  }
  return done(id, [
    beginJob({ id, kind: 'import', request: { ...request }, ahead: { after: input.headerRow } }, caller, now),
    add('kept_files', { job_id: id, file_id: input.fileId }),
    tell('job.started', deskTopic, id, { kind: 'import', verb: null, count: null }),
  ])
}

/** A part is one column, and a column one part of those that there are. */
export function problemsOfMapping(
  { caller }: Pick<Preparing, 'caller'>,
  { mapping }: Pick<Input, 'mapping'>,
  targets: readonly ImportTarget[],
): FieldProblem[] {
  const known = new Map(targets.map(target => [target.field, target]))
  const name = (field: string) => known.get(field)?.name ?? wordIn(caller.locale, 'fileColumn', field) ?? field
  return mapping.flatMap(({ column, field }, at): FieldProblem[] => {
    const path = `mapping.${at}`
    if (!known.has(field)) return [{ path: `${path}.field`, code: 'import.noField', params: { name: field } }]
    const others = mapping.slice(0, at)
    if (others.some(one => one.field === field))
      return [{ path: `${path}.field`, code: 'import.fieldTwice', params: { name: name(field) } }]
    return others.some(one => one.column === column) ? [{ path: `${path}.column`, code: 'import.columnTwice' }] : []
  })
}
