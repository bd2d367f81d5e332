import { type FileKind, fill, problemText, wordIn } from '@baton/contract'
import { sql } from 'kysely'
import { addressOf } from '../../kernel/ask-address.ts'
import type { JobLine, JobRow } from '../../kernel/jobs/index.ts'
import { mayOn, type Reading } from '../../kernel/kinds.ts'
import { notFound, Problem } from '../../kernel/problems.ts'
import { read } from '../../kernel/read.ts'
import { type Cell, cellFor, type Sheet } from '../../kernel/workbook/index.ts'
import { columnNamed, whyText } from '../jobs/index.ts'
import { type ImportLine, requestOf } from './request.ts'

export const failedPath = '/api/v1/import.failed.xlsx'

/** Where the rows that failed can be fetched, to be mended and imported again. */
export const failedImport = read('import.failed', async (reading, { jobId }) => {
  const job = await importOf(reading, jobId)
  if (job.failed === 0) throw new Problem(409, 'import.nothingFailed')
  return { name: failedName(reading, job), url: addressOf(failedPath, { jobId }) }
})

/** The import, for somebody who may see the job. */
async function importOf(reading: Reading, jobId: string): Promise<JobRow> {
  const { db, caller } = reading
  const job = await db
    .selectFrom('jobs')
    .selectAll()
    .where('id', '=', jobId)
    .where('kind', '=', 'import')
    .executeTakeFirst()
  if (!job || !mayOn(reading.kind('job'), 'job.get', job, caller, reading)) throw notFound()
  return job
}

const said = (reading: Reading, key: string): string => wordIn(reading.caller.locale, 'fileSheet', key) ?? key

const failedName = (reading: Reading, job: JobRow): string =>
  `${fill(said(reading, 'failedFile'), { name: requestOf(job).name.replace(/\.(xlsx|csv|txt)$/i, '') })}.xlsx`

/** The same columns as in the file, and at their end why each row failed. */
export async function failedSheet(reading: Reading, jobId: string): Promise<{ name: string; sheet: Sheet }> {
  const job = await importOf(reading, jobId)
  const { headers } = requestOf(job)
  const { rows } = await sql<{ width: number | null }>`
    select max(jsonb_array_length(input->'cells')) as width from job_rows where job_id = ${job.id} and state = 'failed'`.execute(
    reading.db,
  )
  const width = Math.max(headers.length, rows[0]?.width ?? 0)
  const columns = Array.from({ length: width }, (_, at) => ({ header: headers[at] ?? '', holds: 'any' as const }))
  return {
    name: failedName(reading, job),
    sheet: {
      name: said(reading, 'failed'),
      columns: [...columns, { header: said(reading, 'reason'), holds: 'text', width: 60 }],
      rows: failedRows(reading, job, width),
    },
  }
}

const pageSize = 1000

async function* failedRows(reading: Reading, job: JobRow, width: number): AsyncGenerator<Cell[]> {
  let after = -1
  for (;;) {
    const lines = await reading.db
      .selectFrom('job_rows')
      .selectAll()
      .where('job_id', '=', job.id)
      .where('state', '=', 'failed')
      .where('n', '>', after)
      .orderBy('n')
      .limit(pageSize)
      .execute()
    for (const line of lines) {
      const { cells } = line.input as unknown as ImportLine
      const { locale } = reading.caller
      yield [
        ...Array.from({ length: width }, (_, at) => cellFor(cells[at] ?? null, locale)),
        reasonOf(line, requestOf(job).of, reading),
      ]
    }
    after = lines.at(-1)?.n ?? after
    if (lines.length < pageSize) return
  }
}

/** 处理人：没有名为“王方”的人员；购买日期：… */
function reasonOf({ code, params, fields }: JobLine, of: FileKind, reading: Reading): string {
  const { locale } = reading.caller
  const told = (fields ?? []).map(field =>
    fill(said(reading, 'problem'), {
      column: columnNamed(field.path, field.params, of, reading),
      problem: problemText(locale, 'field', field.code, field.params ?? {}),
    }),
  )
  if (told.length === 0) return whyText(locale, code ?? 'internal', params ?? {})
  return told.join(locale === 'en' ? '; ' : '；')
}
