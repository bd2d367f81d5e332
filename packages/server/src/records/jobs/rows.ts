import { type FileKind, problemText, type Records, wordIn } from '@baton/contract'
import { type RawBuilder, sql } from 'kysely'
import { toSql } from '../../kernel/conditions/index.ts'
import type { JobLine } from '../../kernel/jobs/index.ts'
import { type Reading, scopeOf } from '../../kernel/kinds.ts'
import { notFound } from '../../kernel/problems.ts'
import { cursorForms, cursorKey, read, toCursor } from '../../kernel/read.ts'
import type { Row } from '../../kernel/steps.ts'
import { definitions } from '../fields/index.ts'
import { inScope } from './kind.ts'
import { whyText } from './present.ts'

type RowRecord = Records['jobRow']
type Shown = JobLine & {
  ticket: { id: string; number: string; subject: string } | null
  customer: RowRecord['customer']
}

/** What became of each row, in their order; why, in the reader's words of now. */
export const listRows = read('job.rows', async (reading, { jobId, state, cursor, limit }) => {
  const found = await sql<{ cancelled: boolean; of: FileKind }>`
    select j.state = 'cancelled' as cancelled, coalesce(j.request->>'of', 'ticket') as of from jobs j where j.id = ${jobId} and ${inScope(reading, 'job.rows')}`.execute(
    reading.db,
  )
  const [job] = found.rows
  if (!job) throw notFound()
  const [after = '-1'] = cursorKey(cursor, [cursorForms.number]) ?? []
  const visible = (name: 'ticket' | 'customer') => {
    const kind = reading.kind(name)
    return toSql(scopeOf(kind, kind.readGrant, reading), kind.columns(reading.picture))
  }
  const { rows } = await sql<Shown>`
    select r.*, (select json_build_object('id', t.id, 'number', t.number, 'subject', t.subject)
      from tickets t left join customers c on c.id = t.customer_id
      where t.id = r.subject_id and ${visible('ticket')}) as ticket,
      (select json_build_object('id', c.id, 'number', c.number, 'name', c.name)
      from customers c where ${job.of} = 'customer' and c.id = r.subject_id and ${visible('customer')}) as customer
    from job_rows r where r.job_id = ${jobId} and r.n > ${after}::bigint and ${inState(state, job.cancelled)}
    order by r.n limit ${limit + 1}`.execute(reading.db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(row => ({ ...record(row, job, reading) })),
    nextCursor: rows.length > limit && last ? toCursor([last.n]) : null,
  }
})

/** Whatever waited when a job was cancelled was left out. As the partial indexes say it. */
function inState(state: RowRecord['state'] | undefined, cancelled: boolean): RawBuilder<boolean> {
  if (!state) return sql`true`
  if (state === 'skipped' && cancelled) return sql`(r.state = 'skipped' or r.state = 'waiting')`
  if (state === 'waiting' && cancelled) return sql`false`
  // One of these is what most ask for: the statement's text says so, for its plan to know.
  if (state === 'failed') return sql`r.state = 'failed'`
  if (state === 'skipped') return sql`r.state = 'skipped'`
  return sql`r.state = ${state}`
}

function record(row: Shown, { cancelled, of }: { cancelled: boolean; of: FileKind }, reading: Reading): RowRecord {
  const { locale } = reading.caller
  const inFile = row.input?.row
  const isLeft = cancelled && row.state === 'waiting'
  const code = isLeft ? 'job.cancelled' : row.code
  const fields = (row.fields ?? []).map(({ path, code, params }) => ({
    path,
    code,
    detail: problemText(locale, 'field', code, params ?? {}),
    column: inFile === undefined ? null : columnNamed(path, params, of, reading),
  }))
  return {
    n: row.n,
    row: typeof inFile === 'number' ? inFile : null,
    ticketId: row.ticket?.id ?? null,
    number: row.ticket?.number ?? null,
    subject: row.ticket?.subject ?? null,
    customer: row.customer,
    state: isLeft ? 'skipped' : row.state,
    code,
    detail: code && whyText(locale, code, { count: fields.length, ...row.params }),
    fields,
  }
}

/** What a row's problem is about: the header in its file, else what the desk calls it. */
export function columnNamed(
  path: string,
  params: Row | undefined,
  of: FileKind,
  { caller: { locale }, picture }: Pick<Reading, 'caller' | 'picture'>,
): string {
  if (typeof params?.column === 'string') return params.column
  const own = path.startsWith('fields.')
    ? picture.of(definitions).of(of).byKey(path.slice('fields.'.length))
    : undefined
  if (own) return locale === 'en' ? (own.nameEn ?? own.name) : own.name
  const section = of === 'customer' ? 'customerColumn' : 'fileColumn'
  return wordIn(locale, section, path) ?? wordIn(locale, 'fieldName', path) ?? path
}
