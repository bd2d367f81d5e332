import { deskTopic, newId } from '../../kernel/ids.ts'
import { beginJob } from '../../kernel/jobs/index.ts'
import { done, refuse, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { canBeUndone } from '../tickets/index.ts'
import type { BulkAhead, BulkRequest } from './bulk.ts'

/** The same once more, for those at which it failed: something has been put right meanwhile. The caller's own job. */
export const retryJob = verb('job.retry', {
  subjects: ({ jobId }) => ({ job: [jobId] }),
  decide(scene, _input, { caller, now }) {
    const job = scene.one('job')
    if (job.kind !== 'bulk' || !job.verb) return refuse('job.noRetry')
    if (!job.ended_at) return refuse('job.going')
    if (job.failed === 0) return refuse('job.nothingToRetry')
    const id = newId()
    const { input } = job.request as unknown as BulkRequest
    const ahead: BulkAhead = { failedOf: job.id }
    const again = {
      id,
      kind: 'bulk',
      verb: job.verb,
      request: { input },
      ahead: { ...ahead },
      undoable: canBeUndone(job.verb),
      total: job.failed,
    }
    return done(id, [
      beginJob(again, caller, now),
      tell('job.started', deskTopic, id, { kind: 'bulk', verb: job.verb, count: job.failed }),
    ])
  },
})
