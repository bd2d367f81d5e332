import { sql } from 'kysely'
import type { Desk } from '../desk.ts'
import { Problem } from '../problems.ts'
import type { Row } from '../steps.ts'
import type { JobRow } from './job.ts'
import type { Gathered, Works } from './kind.ts'

/** One step of gathering: the next rows and how far it has come, in one statement. To be called under the job's lease. */
export async function gatherMore({ desk, kindOf, callerOf }: Works, job: JobRow): Promise<void> {
  try {
    const caller = await callerOf(job)
    if (!caller) throw new Problem(403, 'job.nobody')
    await keep(desk, job, await kindOf(job.kind).gather(desk, job, caller))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const [field] = error.fields
    const { code, params } = field ?? error
    await fail(desk, job, code, params ?? {})
  }
}

/** Its rows cannot be known: nothing was done, and it says why. */
export async function fail({ db, clock }: Desk, job: JobRow, code: string, params: Row): Promise<void> {
  await sql`
    update jobs set state = 'failed', ahead = null, code = ${code}, params = ${JSON.stringify(params)}::jsonb,
      ended_at = ${clock()}, version = version + 1
    where id = ${job.id} and state = 'gathering'`.execute(db)
}

/** Rows are numbered on from those there are; whoever was cancelled meanwhile gets none. */
async function keep({ db, clock }: Desk, job: JobRow, { rows, ahead }: Gathered): Promise<void> {
  const given = (job.ahead?.gathered as number | undefined) ?? 0
  const next = ahead && { ...ahead, gathered: given + rows.length }
  const skipped = rows.filter(row => row.skipped).length
  const known = given + rows.length
  await sql`
    with going as (
      update jobs set ahead = ${next && JSON.stringify(next)}::jsonb, total = ${known}, done = done + ${skipped},
        skipped = skipped + ${skipped}, version = version + 1,
        state = case when ${next !== null} then 'gathering' when done + ${skipped} >= ${known} then 'done' else 'waiting' end,
        ended_at = case when ${next === null} and done + ${skipped} >= ${known} then ${clock()}::timestamptz end
      where id = ${job.id} and state = 'gathering' and version = ${job.version}
      returning id
    )
    insert into job_rows (job_id, n, subject_id, input, key, state, code)
    select going.id, r.n, r.subject_id, r.input, r.key, case when r.code is null then 'waiting' else 'skipped' end, r.code
    from going, unnest(
      ${rows.map((row, at) => row.n ?? given + at)}::integer[], ${rows.map(row => row.subjectId ?? null)}::uuid[],
      ${rows.map(row => (row.input ? JSON.stringify(row.input) : null))}::jsonb[], ${rows.map(row => row.key ?? null)}::text[],
      ${rows.map(row => row.skipped ?? null)}::text[]
    ) as r (n, subject_id, input, key, code)`.execute(db)
}
