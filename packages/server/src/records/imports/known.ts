import { createHash } from 'node:crypto'
import { cellWords, type FileCell, type FileKind, fold, isEmptyCell } from '@baton/contract'
import { sql } from 'kysely'
import type { Picture } from '../../kernel/configuration.ts'
import type { Db } from '../../kernel/db.ts'
import type { JobLine, JobRow, Passed } from '../../kernel/jobs/index.ts'
import { invalid } from '../../kernel/problems.ts'
import { definitions } from '../fields/index.ts'
import { lineOf, requestOf } from './request.ts'

/** What rows are known by: columns of the same name in another file know them too. */
export function scopeOf(
  of: FileKind,
  columns: readonly number[],
  mapping: readonly { column: number; field: string }[],
  headers: readonly string[],
): string {
  const name = (column: number) =>
    mapping.find(one => one.column === column)?.field ?? `:${fold(headers[column - 1] ?? '').trim() || column}`
  const scope = columns.map(name).join('+')
  return (of === 'customer' ? `${customers}${scope}` : scope).slice(0, 1000)
}

/** Tickets were first, and have none. */
const customers = 'customer='

const between = '\u001f'
/** Longer ones are kept by what sums them up: an index holds no texts of any length. */
const longest = 200

/** A row's key, regardless of capitals and width; undefined where one of its cells is empty. */
export function keyOfRow(cells: readonly FileCell[], columns: readonly number[]): string | undefined {
  const parts = columns.map(column => fold(cellWords(cells[column - 1] ?? null)).trim())
  if (parts.some(part => part === '')) return undefined
  const key = parts.join(between)
  return key.length > longest ? `#${createHash('sha256').update(key).digest('base64url')}` : key
}

export interface Known {
  /** What was made of such a row before, or is here already. */
  id?: string
  /** It was made of this very row: by a worker that died before it could say so. */
  isOwn?: boolean
  /** An earlier row of the same file with the same key. */
  earlier?: number
  /** How it is told that it is here; without it, as one that was imported before. */
  code?: string
}

/** What is known of a row with a key. */
export async function knownBy(db: Db, job: JobRow, line: JobLine, picture: Picture): Promise<Known> {
  const { key, of } = requestOf(job)
  if (line.key === null) return {}
  const scope = key?.scope ?? ''
  const { rows } = await sql<{
    id: string | null
    job_id: string | null
    n: number | null
    earlier: number | null
  }>`
    select coalesce(i.ticket_id, i.customer_id) as id, i.job_id, i.n, (
      select (r.input->>'row')::int from job_rows r
      where r.job_id = ${job.id} and r.key = ${line.key} and r.n < ${line.n} order by r.n limit 1) as earlier
    from (select 1) one left join imported i on i.scope = ${scope} and i.key = ${line.key}`.execute(db)
  const [found] = rows
  const isOwn = found?.job_id === job.id && found.n === line.n
  const id = found?.id ?? (await holderOf(db, of, scope, line.key, picture))
  return { isOwn, ...(id && { id }), ...(found?.earlier != null && { earlier: found.earlier }) }
}

/** A field that each record has for itself knows those, too, that no file brought. */
async function holderOf(
  db: Db,
  of: FileKind,
  scope: string,
  value: string,
  picture: Picture,
): Promise<string | undefined> {
  const name = scope.replace(customers, '')
  const field = name.startsWith('fields.')
    ? picture.of(definitions).of(of).byKey(name.slice('fields.'.length))
    : undefined
  if (!field?.unique) return undefined
  const row = await db
    .selectFrom('field_values')
    .select('record_id')
    .where('field_id', '=', field.id)
    .where('value', '=', value)
    .executeTakeFirst()
  return row?.record_id
}

/** A row that needs no verb: it was made before, or stands in the file twice. */
export function passedBy(job: JobRow, line: JobLine, { id, isOwn, earlier, code }: Known): Passed | undefined {
  if (id && isOwn) return { state: 'ok', subjectId: id }
  if (earlier !== undefined)
    return { state: 'skipped', subjectId: id ?? null, code: 'import.twice', params: { row: earlier } }
  const { key, onKnown } = requestOf(job)
  if (id && onKnown === 'skip') return { state: 'skipped', subjectId: id, code: code ?? 'import.known' }
  if (key && line.key === null)
    throw invalid(
      key.columns
        .filter(column => isEmptyCell(lineOf(line).cells[column - 1]))
        .map(column => ({ path: `column.${column}`, code: 'import.noKey' })),
    )
  return undefined
}
