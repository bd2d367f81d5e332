import { type VerbName, verbs } from '@baton/contract'
import { sql } from 'kysely'
import type { By } from '../by.ts'
import type { Caller } from '../caller.ts'
import type { Desk } from '../desk.ts'
import { resultsOf } from '../idempotency.ts'
import type { LoggedEvent } from '../log/event.ts'
import type { FieldProblem } from '../problems.ts'
import type { Row } from '../steps.ts'
import { type JobLine, type JobRow, keyOf } from './job.ts'
import type { JobKind } from './kind.ts'

/** What became of a row. */
export interface Result {
  n: number
  state: 'ok' | 'failed' | 'skipped'
  subjectId: string | null
  version: number | null
  code?: string
  params?: Row
  fields?: FieldProblem[]
  before?: Row | null
  /** It came about without any verb: the log tells nothing of it. */
  passed?: boolean
}

/** A row that was done before a crash could write down its result: found by its key, it is not done again. */
export async function doneBefore(
  desk: Desk,
  job: JobRow,
  kind: JobKind,
  lines: readonly JobLine[],
  caller: Caller,
): Promise<Result[]> {
  const by: By = { caller }
  const byKey = new Map(lines.map(line => [keyOf(job.id, line.n), line]))
  const found = await resultsOf(desk.db, by, kind.verbs(job, lines), [...byKey.keys()])
  const results: Result[] = []
  for (const { verb, key, resultId } of found) {
    const line = byKey.get(key)
    if (!line) continue
    const [record] = await desk.present(verbs[verb as VerbName].answers, [resultId], caller)
    const version = typeof record?.version === 'number' ? record.version : null
    results.push({ n: line.n, state: 'ok', subjectId: resultId, version })
  }
  return results
}

/**
 * What the log tells of rows that were done: what undoing would go back to; that nothing had to be changed; and, where
 * something else has happened to a subject since, that its version is not the one that this job has left.
 */
export async function withHistory(
  desk: Desk,
  job: JobRow,
  kind: JobKind,
  results: readonly Result[],
): Promise<Result[]> {
  const subjects = results.flatMap(({ state, subjectId }) => (state === 'ok' && subjectId ? [subjectId] : []))
  if (subjects.length === 0 || kind.tries?.(job)) return [...results]
  const { rows } = await sql<LoggedEvent>`
    select e.*, e.xid::text as xid from events e
    where e.topic_id = any(${subjects}::uuid[]) and e.at >= ${job.created_at} order by e.seq`.execute(desk.db)
  return results.map(result => {
    if (result.state !== 'ok' || !result.subjectId || result.passed) return result
    const key = keyOf(job.id, result.n)
    const told = rows.filter(({ request_id }) => request_id === key)
    const last = told.at(-1)
    if (!last) return { ...result, state: 'skipped', code: 'job.unchanged', version: null }
    const since = rows.some(({ seq, topic_id }) => topic_id === last.topic_id && seq > last.seq)
    return { ...result, before: kind.before?.(job, told) ?? null, ...(since && { version: null }) }
  })
}

/**
 * Writes down what became of rows, and how far the job is: one statement for a chunk. Rows that somebody has written down
 * already count once. Answers the job's state.
 */
export async function write({ db, clock }: Desk, job: JobRow, results: readonly Result[]): Promise<JobRow['state']> {
  const column = <T>(of: (result: Result) => T) => results.map(of)
  const json = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value))
  const { rows } = await sql<{ state: JobRow['state'] }>`
    with changed as (
      update job_rows r set state = v.state, subject_id = coalesce(v.subject_id, r.subject_id), version = v.version,
        code = v.code, params = v.params, fields = v.fields, before = v.before
      from unnest(
        ${column(({ n }) => n)}::integer[], ${column(({ state }) => state)}::text[], ${column(({ subjectId }) => subjectId)}::uuid[],
        ${column(({ version }) => version)}::integer[], ${column(({ code }) => code ?? null)}::text[],
        ${column(({ params }) => json(params))}::jsonb[], ${column(({ fields }) => json(fields))}::jsonb[],
        ${column(({ before }) => json(before))}::jsonb[]
      ) as v (n, state, subject_id, version, code, params, fields, before)
      where r.job_id = ${job.id} and r.n = v.n and r.state = 'waiting'
      returning r.n, r.state
    ), undone as (
      update job_rows r set state = 'undone' from changed c
      where ${job.undo_of}::uuid is not null and r.job_id = ${job.undo_of}::uuid and r.n = c.n and c.state = 'ok' and r.state = 'ok'
      returning r.n
    ), source as (
      update jobs set undone = undone + (select count(*) from undone), version = version + 1
      where id = ${job.undo_of}::uuid and exists (select from undone)
    ), sums as (
      select count(*) as done, count(*) filter (where state = 'ok') as ok, count(*) filter (where state = 'failed') as failed,
        count(*) filter (where state = 'skipped') as skipped
      from changed
    )
    update jobs j set done = j.done + s.done, ok = j.ok + s.ok, failed = j.failed + s.failed, skipped = j.skipped + s.skipped,
      version = j.version + 1, started_at = coalesce(j.started_at, ${clock()}),
      state = case when j.state not in ('waiting', 'running') then j.state when j.done + s.done >= j.total then 'done' else 'running' end,
      ended_at = case when j.state in ('waiting', 'running') and j.done + s.done >= j.total then ${clock()}::timestamptz else j.ended_at end
    from sums s where j.id = ${job.id} returning j.state`.execute(db)
  return rows[0]?.state ?? 'cancelled'
}
