import { z } from 'zod'
import { event, readOne, readPage, verb } from './catalogue.ts'
import { fileKinds } from './imports/columns.ts'
import { condition, id, line, lines, mostSearched } from './shapes.ts'
import { ticketVerbs } from './tickets.ts'

/** Long work in the background: what is done to many tickets at once, taken back, or brought in from a file. */

/** `waiting`: all its rows are known and nobody has begun. A failed one never knew its rows. */
export const jobStates = ['gathering', 'waiting', 'running', 'done', 'cancelled', 'failed'] as const
export type JobState = (typeof jobStates)[number]

/** `skipped`: there was nothing to do, or it was cancelled before. `undone`: it was done and taken back. */
export const jobRowStates = ['waiting', 'ok', 'failed', 'skipped', 'undone'] as const
export type JobRowState = (typeof jobRowStates)[number]

export const jobKinds = ['bulk', 'undo', 'import'] as const

/** Tickets that may be named one by one; by a view, a condition or words there may be as many as there are. */
export const mostNamed = 10_000

/** What only machinery does, or what means one ticket by its nature. */
const notInBulk = [
  'ticket.receive',
  'ticket.dispatch',
  'ticket.tick',
  'ticket.remindAppointment',
  'ticket.retime',
  'ticket.see',
  'ticket.recordCall',
]

/** The verbs that act on one ticket, and so can be done to many, one after the other; macros too. */
export const bulkVerbs: readonly string[] = [
  ...Object.entries(ticketVerbs)
    .filter(([name, { input }]) => 'ticketId' in input.shape && !notInBulk.includes(name))
    .map(([name]) => name),
  'macro.run',
]

const ids = z.array(id).max(mostNamed)

export const jobVerbs = {
  /**
   * 批量操作: does one verb to many tickets, in the background, each for itself and as the caller may. The tickets are
   * named, or all that the caller's `ticket.list` shows now by a view, a condition, words, or all of these.
   */
  'bulk.start': verb('job', {
    verb: z.enum(bulkVerbs as [string, ...string[]]),
    /** The verb's own input, without `ticketId` and `version`. */
    input: z.record(z.string(), z.unknown()).default({}),
    ticketIds: ids.min(1).optional(),
    view: line(60).optional(),
    where: condition.optional(),
    /** Words and filters, as in `ticket.search`. */
    text: lines(mostSearched).optional(),
    /** Of those that a view, a condition or words choose, not these. */
    exceptIds: ids.optional(),
  }),
  /** Stops within a moment; what is done stays done. */
  'job.cancel': verb('job', { jobId: id }),
  /** Another job that takes back what this one did, where nobody has changed it since. */
  'job.undo': verb('job', { jobId: id }),
  /** Another job that does the same to the tickets at which this one failed. */
  'job.retry': verb('job', { jobId: id }),
} as const

export const jobReads = {
  'job.get': readOne('job', { id }),
  /** The newest first; `open` for those that are not over yet, or that are; `byId` for somebody's; `kind` for imports. */
  'job.list': readPage('job', {
    open: z.boolean().optional(),
    byId: id.optional(),
    kind: z.enum(jobKinds).optional(),
  }),
  /** What became of each, in their order. */
  'job.rows': readPage('jobRow', { jobId: id, state: z.enum(jobRowStates).optional() }),
} as const

const begun = { kind: z.enum(jobKinds), verb: z.string().nullable(), count: z.int().nullable() }
export const jobEvents = {
  /** `count` is null where it is yet to be found out. */
  'job.started': event(begun),
  'job.cancelled': event(begun),
} as const

const time = z.string()
const fieldProblem = z.object({
  path: z.string(),
  code: z.string(),
  detail: z.string(),
  /** Of an import: the header of its column in the file. */
  column: z.string().nullable(),
})

export const jobRecords = {
  job: z.object({
    id,
    kind: z.enum(jobKinds),
    /** What it does, in the reader's words: 转办. */
    name: z.string(),
    /** The verb that it does, where it is one. */
    verb: z.string().nullable(),
    state: z.enum(jobStates),
    /** Grows while it gathers. */
    total: z.int(),
    done: z.int(),
    ok: z.int(),
    failed: z.int(),
    skipped: z.int(),
    undone: z.int(),
    /** Of an import its file, what its rows are, and whether it only tries. */
    file: z.object({ name: z.string(), of: z.enum(fileKinds), dryRun: z.boolean() }).nullable(),
    /** What this one takes back. */
    undoOf: id.nullable(),
    /** Why it failed as a whole, by code and in the reader's words. */
    code: z.string().nullable(),
    detail: z.string().nullable(),
    by: z.object({ kind: z.string(), id: id.nullable(), name: z.string() }),
    createdAt: time,
    startedAt: time.nullable(),
    endedAt: time.nullable(),
    /** Whether there is anything to take back. */
    undoable: z.boolean(),
    version: z.int(),
    allowed: z.array(z.string()),
  }),
  jobRow: z.object({
    n: z.int(),
    /** Of an import: the row in the file, as a spreadsheet shows it. */
    row: z.int().nullable(),
    /** What it was done to, or what it brought about; null for rows without a ticket, and tickets that are not to be seen. */
    ticketId: id.nullable(),
    number: z.string().nullable(),
    subject: z.string().nullable(),
    /** The customer instead, as far as the asker may see customers. */
    customer: z.object({ id, number: z.string(), name: z.string() }).nullable(),
    state: z.enum(jobRowStates),
    /** Why it is so, by code and in the reader's words. */
    code: z.string().nullable(),
    detail: z.string().nullable(),
    fields: z.array(fieldProblem),
  }),
} as const
