import type { VerbName } from '@baton/contract'
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
}

export interface GatheredRow {
  /** Given only where rows are those of another job. */
  n?: number
  subjectId?: string
  input?: Row
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
  call(job: JobRow, line: JobLine): JobCall
  /** Why a row was refused, where there is a better word for it than the verb's. */
  refusal?(problem: Problem): Problem
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
