/** Long work in the background, worked on by any number of processes: every row once, whatever dies (decision 0077). */
export { beginJob, type CallerOf, type JobLine, type JobRow, jobOf } from './job.ts'
export type { Gathered, GatheredRow, JobCall, JobKind, Passed } from './kind.ts'
