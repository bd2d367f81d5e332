/** Long work in the background, worked on by any number of processes: every row once, whatever dies (decision 0077). */
export {
  beginJob,
  type CallerOf,
  type Gathered,
  type GatheredRow,
  type JobCall,
  type JobKind,
  type JobLine,
  type JobRow,
  jobOf,
  type Passed,
} from './job.ts'
export { startJobs } from './work.ts'
