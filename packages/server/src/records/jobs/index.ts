/** Jobs: long work in the background that people begin, watch, stop and take back; and of it, one verb for many tickets. */
import { sql } from 'kysely'
import type { Desk } from '../../kernel/desk.ts'
import type { DrainFollower } from '../../kernel/log/follower.ts'
import { type GaugeOf, module } from '../../kernel/module.ts'
import { bulkKind } from './bulk.ts'
import { callersOf } from './callers.ts'
import { cancelJob } from './cancel.ts'
import { jobRecordKind } from './kind.ts'
import { presentJobs } from './present.ts'
import { getJob, listJobs } from './read.ts'
import { retryJob } from './retry.ts'
import { listRows } from './rows.ts'
import { startBulk } from './start-bulk.ts'
import { undoJob } from './undo.ts'

export { whyText } from './present.ts'
export { columnNamed } from './rows.ts'

/** Whoever begins a job need not wait for somebody to look. */
const wakeWorkers: DrainFollower = {
  kind: 'drains',
  name: 'jobs',
  hears: ['job.started'],
  async drain(_events, desk) {
    desk.jobs.wake()
  },
}

const waiting: GaugeOf = {
  name: 'baton_jobs_waiting',
  help: 'Jobs in the background that are not over yet',
  async collect({ db }) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from jobs where ended_at is null`.execute(db)
    return [{ value: rows[0]?.n ?? 0 }]
  },
}

export const jobs = module({
  name: 'jobs',
  kinds: [jobRecordKind],
  verbs: { 'bulk.start': startBulk, 'job.cancel': cancelJob, 'job.undo': undoJob, 'job.retry': retryJob },
  reads: { 'job.get': getJob, 'job.list': listJobs, 'job.rows': listRows },
  presenters: { job: presentJobs },
  jobKinds: [bulkKind],
  followers: [wakeWorkers],
  gauges: [waiting],
  start: async (desk: Desk) => desk.jobs.work(callersOf(desk)),
})
