import { sql } from 'kysely'
import { notFound } from '../../kernel/problems.ts'
import { cursorForms, cursorKey, read, toCursor } from '../../kernel/read.ts'
import { inScope } from './kind.ts'
import { presentJobs } from './present.ts'

export const getJob = read('job.get', async (reading, { id }) => {
  const { rows } = await sql`select from jobs j where j.id = ${id} and ${inScope(reading)}`.execute(reading.db)
  const [job] = rows.length > 0 ? await presentJobs(reading, [id]) : []
  if (!job) throw notFound()
  return job
})

/** The jobs that the caller may see, the newest first. */
export const listJobs = read('job.list', async (reading, { open, byId, kind, cursor, limit }) => {
  const key = cursorKey(cursor, [cursorForms.time, cursorForms.id])
  const after = key ? sql`(j.created_at, j.id) < (${key[0]}::timestamptz, ${key[1]}::uuid)` : sql`true`
  const { rows } = await sql<{ id: string; at: string }>`
    select j.id, j.created_at::text as at from jobs j
    where ${inScope(reading, 'job.list')} and ${after}
      and ${byId ? sql`j.person_id = ${byId}` : sql`true`}
      and ${kind ? sql`j.kind = ${kind}` : sql`true`}
      and ${open === undefined ? sql`true` : open ? sql`j.ended_at is null` : sql`j.ended_at is not null`}
    order by j.created_at desc, j.id desc limit ${limit + 1}`.execute(reading.db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await presentJobs(
      reading,
      shown.map(row => row.id),
    ),
    nextCursor: rows.length > limit && last ? toCursor([last.at, last.id]) : null,
  }
})
