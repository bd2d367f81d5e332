import type { VerbName } from '@baton/contract'
import type { By } from '../by.ts'
import type { Caller } from '../caller.ts'
import type { Desk } from '../desk.ts'
import type { LoggedEvent } from '../log/event.ts'
import type { FieldProblem, Problem } from '../problems.ts'
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

/** The verb that does a row, or takes it back. */
export interface JobCall {
  verb: VerbName
  input: Row
  /** What is kept of it in the verb's own transaction. */
  keeps?: By['keeps']
}

/** What became of a row without any verb. */
export interface Passed {
  state: 'ok' | 'skipped'
  subjectId: string | null
  code?: string
  params?: Row
}

export interface GatheredRow {
  /** Given only where rows are those of another job. */
  n?: number
  subjectId?: string
  input?: Row
  key?: string
  /** There is nothing to do for it, and why. */
  skipped?: string
}

export interface Gathered {
  rows: readonly GatheredRow[]
  /** What is left to be gathered; null for nothing. */
  ahead: Row | null
}

/** A kind of job describes itself; rooms show theirs at their door. */
export interface JobKind {
  name: string
  /**
   * The next rows, a few thousand at most and within two seconds: a job of any size is gathered step by step. Its Problem
   * is the job's: it fails as a whole.
   */
  gather(desk: Desk, job: JobRow, caller: Caller): Promise<Gathered>
  /** How a row is done, or what has become of it; may look things up. Throws the row's Problem. */
  call(job: JobRow, line: JobLine, desk: Desk, caller: Caller): JobCall | Passed | Promise<JobCall | Passed>
  /** The verbs that these rows may come to: one that was done under a row's key is not done again. */
  verbs(job: JobRow, lines: readonly JobLine[]): readonly VerbName[]
  /** Whether a job only tries: its rows are rehearsed, and nothing is written but what would become of them. */
  tries?(job: JobRow): boolean
  /** Why a row was refused, where there is a better word for it than the verb's. */
  refusal?(problem: Problem, job: JobRow, line: JobLine): Problem
  /** What is kept of the events that a row told, to take it back by; null when that cannot be done. */
  before?(job: JobRow, told: readonly LoggedEvent[]): Row | null
  /** How a row is taken back, without its version; undefined when it cannot. */
  undo?(job: JobRow, line: JobLine, caller: Caller): JobCall | undefined
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
export type CallerOf = (desk: Desk, job: JobRow) => Promise<Caller | undefined>
