import { createHash } from 'node:crypto'
import { cellWords, type FileCell, fold } from '@baton/contract'
import { sql } from 'kysely'
import type { Picture } from '../../kernel/configuration.ts'
import type { Db } from '../../kernel/db.ts'
import type { JobLine, JobRow } from '../../kernel/jobs/index.ts'
import { definitions } from '../fields/index.ts'
import { requestOf } from './request.ts'

/** What rows are known by: columns of the same name in another file know them too. */
export function scopeOf(
  columns: readonly number[],
  mapping: readonly { column: number; field: string }[],
  headers: readonly string[],
): string {
  const name = (column: number) =>
    mapping.find(one => one.column === column)?.field ?? `:${fold(headers[column - 1] ?? '').trim() || column}`
  return columns.map(name).join('+').slice(0, 1000)
}

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
  /** The ticket that was made of such a row before. */
  ticketId?: string
  /** It was made of this very row: by a worker that died before it could say so. */
  isOwn?: boolean
  /** An earlier row of the same file with the same key. */
  earlier?: number
}

/** What is known of a row with a key. */
export async function knownBy(db: Db, job: JobRow, line: JobLine, picture: Picture): Promise<Known> {
  const { key } = requestOf(job)
  if (!key || line.key === null) return {}
  const { rows } = await sql<{
    ticket_id: string | null
    job_id: string | null
    n: number | null
    earlier: number | null
  }>`
    select i.ticket_id, i.job_id, i.n, (
      select (r.input->>'row')::int from job_rows r
      where r.job_id = ${job.id} and r.key = ${line.key} and r.n < ${line.n} order by r.n limit 1) as earlier
    from (select 1) one left join imported i on i.scope = ${key.scope} and i.key = ${line.key}`.execute(db)
  const [found] = rows
  const isOwn = found?.job_id === job.id && found.n === line.n
  const ticketId = found?.ticket_id ?? (await holderOf(db, key.scope, line.key, picture))
  return { isOwn, ...(ticketId && { ticketId }), ...(found?.earlier != null && { earlier: found.earlier }) }
}

/** A field that each ticket has for itself knows those, too, that no file brought. */
async function holderOf(db: Db, scope: string, value: string, picture: Picture): Promise<string | undefined> {
  const field = scope.startsWith('fields.')
    ? picture.of(definitions).of('ticket').byKey(scope.slice('fields.'.length))
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
