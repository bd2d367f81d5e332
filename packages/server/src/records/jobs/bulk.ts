import type { VerbName } from '@baton/contract'
import type { Db } from '../../kernel/db.ts'
import type { Gathered, GatheredRow, JobKind, JobRow } from '../../kernel/jobs/index.ts'
import type { Row } from '../../kernel/steps.ts'
import { type Before, beforeOf, type Selection, selectTickets, undoOf } from '../tickets/index.ts'

/** What `bulk.start` has been asked for. */
export interface BulkRequest {
  /** The verb's own, without the ticket. */
  input: Row
  selection?: Selection
}

/** What is left to be gathered: named tickets, those at which another job failed, or those after one that are chosen. */
export interface BulkAhead {
  ticketIds?: string[]
  failedOf?: string
  /** The last row of that job that was looked at. */
  n?: number
  exceptIds?: string[]
  after?: string | null
}

const requestOf = (job: JobRow): BulkRequest => job.request as unknown as BulkRequest

/** 批量操作: one verb, done to many tickets. */
export const bulkKind: JobKind = {
  name: 'bulk',
  async gather(desk, job, caller) {
    const { ticketIds, failedOf, n, exceptIds = [], after = null } = job.ahead as BulkAhead
    const { selection } = requestOf(job)
    if (failedOf) return failedRows(desk.db, failedOf, n ?? -1)
    if (ticketIds || !selection) return { rows: rowsOf(ticketIds ?? []), ahead: null }
    const { ids, end } = await selectTickets(await desk.reading(caller), selection, after)
    const except = new Set(exceptIds)
    const next: BulkAhead = { after: end, ...(exceptIds.length > 0 && { exceptIds }) }
    return { rows: rowsOf(ids.filter(id => !except.has(id))), ahead: end ? { ...next } : null }
  },
  call: (job, { subject_id }) => ({
    verb: job.verb as VerbName,
    input: { ...requestOf(job).input, ticketId: subject_id },
  }),
  verbs: ({ verb }) => [verb as VerbName],
  before: (job, told) => {
    const before = beforeOf(job.verb ?? '', told)
    return before && { ...before }
  },
  undo(job, { subject_id, before }, caller) {
    const call = before && undoOf(job.verb ?? '', before as Before, caller.locale)
    return call ? { verb: call.verb, input: { ...call.input, ticketId: subject_id } } : undefined
  },
}

const together = 2000

async function failedRows(db: Db, failedOf: string, after: number): Promise<Gathered> {
  const lines = await db
    .selectFrom('job_rows')
    .select(['n', 'subject_id'])
    .where('job_id', '=', failedOf)
    .where('state', '=', 'failed')
    .where('n', '>', after)
    .orderBy('n')
    .limit(together)
    .execute()
  const last = lines.at(-1)
  return {
    rows: rowsOf(lines.flatMap(({ subject_id }) => subject_id ?? [])),
    ahead: last && lines.length === together ? { failedOf, n: last.n } : null,
  }
}

const rowsOf = (ids: readonly string[]): GatheredRow[] => ids.map(subjectId => ({ subjectId }))
