import { sql } from 'kysely'
import type { Db } from '../db.ts'

/** So long what became of a job can be read, and taken back. */
const keptDays = 30
/** In one statement, and statements in one go: the next hour goes on. */
const together = 5000
const mostGoes = 100

/** Forgets jobs that have been over for 30 days, with their rows, in small steps. */
export async function forgetOldJobs(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptDays * 86_400_000)
  const old = sql`select id from jobs where ended_at < ${before}`
  for (let go = 0; go < mostGoes; go++) {
    const { numAffectedRows } = await sql`
      delete from job_rows where ctid = any(array(select ctid from job_rows where job_id in (${old}) limit ${together}))`.execute(
      db,
    )
    if ((numAffectedRows ?? 0n) < together) break
  }
  await sql`
    delete from jobs j where ended_at < ${before} and not exists (select from job_rows r where r.job_id = j.id)
      and not exists (select from jobs u where u.undo_of = j.id)`.execute(db)
}
