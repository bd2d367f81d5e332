import type { Caller } from '../caller.ts'
import { notFound, Problem } from '../problems.ts'
import type { JobLine, JobRow } from './job.ts'
import type { GatheredRow, JobCall, JobKind } from './kind.ts'

const together = 2000

/** Takes back, row by row, what another job has done: only where the subject still stands as that job has left it. */
export const undoing = (kindOf: (name: string) => JobKind): JobKind => ({
  name: 'undo',
  async gather(desk, job, caller) {
    const source = await desk.db.selectFrom('jobs').selectAll().where('id', '=', job.undo_of).executeTakeFirst()
    if (!source) throw notFound()
    const lines = await desk.db
      .selectFrom('job_rows')
      .selectAll()
      .where('job_id', '=', source.id)
      .where('state', '=', 'ok')
      .where('n', '>', Number(job.ahead?.after ?? -1))
      .orderBy('n')
      .limit(together)
      .execute()
    const last = lines.at(-1)
    return {
      rows: lines.map(line => rowOf(kindOf(source.kind), source, line, caller)),
      ahead: last && lines.length === together ? { after: last.n } : null,
    }
  },
  call: (_job, line) => callOf(line),
  verbs: (_job, lines) => [...new Set(lines.map(line => callOf(line).verb))],
  refusal: problem => (problem.code === 'conflict' ? new Problem(409, 'job.changedSince') : problem),
})

const callOf = ({ input }: JobLine): JobCall => input as unknown as JobCall

function rowOf(kind: JobKind, source: JobRow, line: JobLine, caller: Caller): GatheredRow {
  const row = { n: line.n, ...(line.subject_id && { subjectId: line.subject_id }) }
  const call = kind.undo?.(source, line, caller)
  if (!call) return { ...row, skipped: 'job.noUndo' }
  if (line.version === null) return { ...row, skipped: 'job.changedSince' }
  return { ...row, input: { verb: call.verb, input: { ...call.input, version: line.version } } }
}
