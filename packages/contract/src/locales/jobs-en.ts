import type { jobsZhCN } from './jobs-zh-CN.ts'

type Same<T> = { [S in keyof T]: { [K in keyof T[S]]: string } }

/** The words of work in the background and of bulk work. */
export const jobsEn: Same<typeof jobsZhCN> = {
  verb: {
    'bulk.start': 'Work on many tickets at once',
    'job.cancel': 'Stop a job',
    'job.undo': 'Undo a job',
    'job.retry': 'Try again where a job failed',
    'job.get': 'See a job',
    'job.list': 'See the list of jobs',
    'job.rows': 'See what a job did',
  },
  event: {
    'job.started': '{actor} started {kind}[: {verb}][, {count} in all]',
    'job.cancelled': '{actor} stopped {kind}[: {verb}][, {count} done]',
  },
  jobKind: { bulk: 'bulk work', undo: 'the undoing of bulk work', import: 'an import' },
  problem: {
    'job.over': 'The job is over',
    'job.going': 'The job is still going on: wait until it is over, or stop it first',
    'job.noRetry': 'This job cannot be tried again',
    'job.noUndo': 'This cannot be undone',
    'job.nothingToRetry': 'Nothing has failed',
    'job.nothingToUndo': 'There is nothing to undo',
    'job.undoing': 'It is being undone already',
    'job.unchanged': 'It was so already, nothing was changed',
    'job.changedSince': 'It was changed since, and not undone',
    'job.cancelled': 'The job was stopped before its turn came',
    'job.nobody': 'Whoever started it is disabled, or the key is no longer valid',
    'job.lost': 'What was to be done can no longer be read',
  },
  field: {
    'bulk.both': 'Tickets are named, so they cannot be chosen by a view, a condition or words as well',
    'bulk.one': 'It differs from ticket to ticket, so it cannot be given for many',
    'bulk.files': 'Many tickets at once cannot share files',
  },
  text: {
    'job.mark': '{text} (bulk work)',
    'job.undo': 'Undo: {name}',
    'job.fields': '{name} ({fields})',
    'job.undoReason': 'Bulk work undone',
  },
}
