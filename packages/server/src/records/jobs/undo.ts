import { sql } from 'kysely'
import { deskTopic, newId } from '../../kernel/ids.ts'
import { beginJob } from '../../kernel/jobs/index.ts'
import { done, refuse, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'

/** 撤销: another job, over the rows that were done. It is the caller's own, and may no more than the caller. */
export const undoJob = verb<'job.undo', undefined, { isUndoing: boolean }>('job.undo', {
  subjects: ({ jobId }) => ({ job: [jobId] }),
  async load(tx, { jobId }) {
    const { rows } = await sql`select from jobs where undo_of = ${jobId} and ended_at is null limit 1`.execute(tx)
    return { isUndoing: rows.length > 0 }
  },
  decide(scene, _input, { caller, now }) {
    const job = scene.one('job')
    if (!job.undoable) return refuse('job.noUndo')
    if (!job.ended_at) return refuse('job.going')
    if (scene.loaded.isUndoing) return refuse('job.undoing')
    const total = job.ok - job.undone
    if (total <= 0) return refuse('job.nothingToUndo')
    const id = newId()
    const undo = {
      id,
      kind: 'undo',
      ...(job.verb && { verb: job.verb }),
      // Only for its name.
      request: { input: job.request.input ?? {} },
      ahead: {},
      undoOf: job.id,
      total,
    }
    return done(id, [
      beginJob(undo, caller, now),
      tell('job.started', deskTopic, id, { kind: 'undo', verb: job.verb, count: total }),
    ])
  },
})
