import { problemText, type Records, verbs, wordIn } from '@baton/contract'
import { sql } from 'kysely'
import type { JobRow } from '../../kernel/jobs/index.ts'
import { type Kind, mayOn, type Reading } from '../../kernel/kinds.ts'
import type { Row } from '../../kernel/steps.ts'
import { jobRecordKind } from './kind.ts'

type JobRecord = Records['job']

export const kindOf = (job: JobRow): JobRecord['kind'] => job.kind as JobRecord['kind']

interface Shown extends JobRow {
  is_undoing: boolean
}

/** Jobs as the API shows them. */
export async function presentJobs(reading: Reading, ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Shown>`
    select j.*, exists (select from jobs u where u.undo_of = j.id and u.ended_at is null) as is_undoing
    from jobs j where j.id = any(${ids}::uuid[])`.execute(reading.db)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    return row ? [{ ...record(row, reading) }] : []
  })
}

function record(job: Shown, reading: Reading): JobRecord {
  const { locale } = reading.caller
  const undoable = job.undoable && job.ended_at !== null && !job.is_undoing && job.ok > job.undone
  const may = (name: string) => mayOn(jobRecordKind as unknown as Kind, name, job, reading.caller, reading)
  return {
    id: job.id,
    kind: kindOf(job),
    name: nameOf(job, locale),
    verb: job.verb,
    state: job.state,
    total: job.total,
    done: job.done,
    ok: job.ok,
    failed: job.failed,
    skipped: job.skipped,
    undone: job.undone,
    file: fileOf(job),
    undoOf: job.undo_of,
    code: job.code,
    detail: job.code && whyText(locale, job.code, job.params ?? {}),
    by: { kind: job.by_kind, id: job.by_id, name: job.by_name },
    createdAt: job.created_at.toISOString(),
    startedAt: job.started_at?.toISOString() ?? null,
    endedAt: job.ended_at?.toISOString() ?? null,
    undoable,
    version: job.version,
    allowed: [
      ...(!job.ended_at && may('job.cancel') ? ['job.cancel'] : []),
      ...(undoable && may('job.undo') ? ['job.undo'] : []),
      ...(job.kind === 'bulk' && job.ended_at && job.failed > 0 && may('job.retry') ? ['job.retry'] : []),
      ...(job.kind === 'import' && job.failed > 0 ? ['import.failed'] : []),
    ],
  }
}

/** 转办; 修改工单（标签）; 撤销：转办. */
function nameOf(job: JobRow, locale: string): string {
  const file = fileOf(job)
  if (file) {
    const word = `${file.dryRun ? 'job.tryImport' : 'job.import'}${file.of === 'customer' ? 'Customers' : ''}`
    return problemText(locale, 'text', word, { name: file.name })
  }
  const verb = job.verb ? problemText(locale, 'verb', job.verb, {}) : problemText(locale, 'jobKind', job.kind, {})
  const fields = job.verb === 'ticket.update' ? fieldsText(job, locale) : ''
  const name = fields ? problemText(locale, 'text', 'job.fields', { name: verb, fields }) : verb
  return job.kind === 'undo' ? problemText(locale, 'text', 'job.undo', { name }) : name
}

/** Of an import the file that it reads, and what that brings: tickets, where nothing is said. */
function fileOf({ kind, request }: JobRow): JobRecord['file'] {
  if (kind !== 'import') return null
  const of = request.of === 'customer' ? 'customer' : 'ticket'
  return { name: String(request.name), of, dryRun: request.dryRun === true }
}

const calledElse: Record<string, string> = { addTags: 'tags', removeTags: 'tags', category: 'categoryId' }

function fieldsText({ request }: JobRow, locale: string): string {
  const input = (request.input as Row | undefined) ?? {}
  const given = Object.keys(verbs['ticket.update'].input.shape).filter(field => field in input)
  const names = given.map(field => wordIn(locale, 'fieldName', calledElse[field] ?? field) ?? field)
  return [...new Set(names)].join(problemText(locale, 'word', 'list', {}))
}

/** Why something was refused, by its code: the shell's and the verbs' problems, or one of a field. */
export const whyText = (locale: string, code: string, params: Row): string =>
  problemText(locale, wordIn(locale, 'problem', code) === undefined ? 'field' : 'problem', code, params)
