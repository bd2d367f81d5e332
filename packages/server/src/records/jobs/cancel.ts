import { deskTopic } from '../../kernel/ids.ts'
import { done, nudge, refuse, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { kindOf } from './present.ts'

/** What is in hand is finished, what waits is left, what is done stays done. */
export const cancelJob = verb('job.cancel', {
  subjects: ({ jobId }) => ({ job: [jobId] }),
  decide(scene, _input, { now }) {
    const job = scene.one('job')
    if (job.state === 'cancelled') return done(job.id, [])
    if (job.ended_at) return refuse('job.over')
    return done(job.id, [
      set('jobs', job.id, { state: 'cancelled', ahead: null, ended_at: now }),
      tell('job.cancelled', deskTopic, job.id, { kind: kindOf(job), verb: job.verb, count: job.done }),
      ...(job.person_id ? [nudge('job', [job.person_id])] : []),
    ])
  },
})
