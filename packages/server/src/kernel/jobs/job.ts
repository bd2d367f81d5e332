import type { Caller } from '../caller.ts'
import type { FieldProblem } from '../problems.ts'
import { add, type Row, type Step } from '../steps.ts'

/** Long work: many rows, each done by one verb in a transaction of its own. */
export interface JobRow {
  id: string
  kind: string
  /** The verb that every row does, where it is one and the same. */
  verb: string | null
  /** What the kind was asked for. Small: it is read for every chunk. */
  request: Row
  /** What is yet to be gathered; null when all rows are known. */
  ahead: Row | null
  state: 'gathering' | 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'
  by_kind: string
  by_id: string | null
  by_name: string
  /** Whose it is: the person, or the owner of the key. */
  person_id: string | null
  undo_of: string | null
  /** Whether what it does can be taken back at all. */
  undoable: boolean
  total: number
  done: number
  ok: number
  failed: number
  skipped: number
  undone: number
  /** Why it failed as a whole. */
  code: string | null
  params: Row | null
  created_at: Date
  started_at: Date | null
  ended_at: Date | null
  version: number
}

/** One of its rows. */
export interface JobLine {
  job_id: string
  /** From 0, in the order in which they were gathered; an undoing row has the number of the one that it takes back. */
  n: number
  subject_id: string | null
  input: Row | null
  /** What tells rows of one job apart: of two that have the same, the later is the same again. */
  key: string | null
  state: 'waiting' | 'ok' | 'failed' | 'skipped' | 'undone'
  code: string | null
  params: Row | null
  fields: FieldProblem[] | null
  /** What undoing goes back to. */
  before: Row | null
  /** The subject's version when this row had been done; null when it is not certain. */
  version: number | null
}

declare module '../db.ts' {
  interface Tables {
    jobs: JobRow
    job_rows: JobLine
  }
}

declare module '../kinds.ts' {
  interface KindRows {
    job: JobRow
  }
}

/** What a verb decides to begin. */
export interface NewJob {
  id: string
  kind: string
  verb?: string
  request: Row
  ahead: Row
  undoOf?: string
  /** Whether what it does can be taken back at all. */
  undoable?: boolean
  /** As far as it is known at once. */
  total?: number
}

/** Begins a job as the caller's own. */
export const beginJob = (job: NewJob, { actor, me }: Caller, now: Date): Step =>
  add('jobs', {
    id: job.id,
    kind: job.kind,
    verb: job.verb ?? null,
    request: job.request,
    ahead: job.ahead,
    state: 'gathering',
    by_kind: actor.kind,
    by_id: actor.id,
    by_name: actor.name,
    person_id: typeof me.id === 'string' ? me.id : null,
    undo_of: job.undoOf ?? null,
    undoable: job.undoable ?? false,
    total: job.total ?? 0,
    created_at: now,
  })

/** Under which a row's verb is done once, and by which its events name the job. */
export const keyOf = (jobId: string, n: number): string => `job:${jobId}:${n}`

/** The job that an event's request names, if it was one. */
export const jobOf = (requestId: string | null): string | undefined =>
  /^job:([0-9a-f-]{36}):\d+$/.exec(requestId ?? '')?.[1]

/** Who does the rows of a job: asked for every chunk anew; undefined when there is nobody any more. */
export type CallerOf = (job: JobRow) => Promise<Caller | undefined>
