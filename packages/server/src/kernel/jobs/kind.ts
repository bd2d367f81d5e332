import type { VerbName } from '@baton/contract'
import type { By } from '../by.ts'
import type { Caller } from '../caller.ts'
import type { Desk } from '../desk.ts'
import type { LoggedEvent } from '../log/event.ts'
import type { Problem } from '../problems.ts'
import type { Row } from '../steps.ts'
import type { CallerOf, JobLine, JobRow } from './job.ts'

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
  /** Of rows that have the same the later is the first one again. */
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

/** The work from inside: what its workers use. */
export interface Works {
  desk: Desk
  kindOf(name: string): JobKind
  callerOf: CallerOf
}
