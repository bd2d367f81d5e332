import type { By } from '../by.ts'
import type { Caller } from '../caller.ts'
import { Problem } from '../problems.ts'
import { rehearse } from '../rehearse.ts'
import { type JobLine, type JobRow, keyOf } from './job.ts'
import type { JobCall, JobKind, Works } from './kind.ts'
import { doneBefore, type Result, withHistory, write } from './results.ts'

/** Rows that one worker takes in hand at a time; their numbers from a multiple of it on. */
export const chunkSize = 50
/** Under way at once within a chunk. Each takes a connection, and people need the others. */
const atOnce = 2
/** What was done is written down at least this often: progress shows, and a job that was cancelled stops. Milliseconds. */
const writeEvery = 1000
const mostTries = 3

export interface Chunk extends Works {
  job: JobRow
  lines: readonly JobLine[]
  /** How often rows have failed for no reason of theirs. */
  tries: Map<string, number>
  signal: AbortSignal
  /** Called when results were written. */
  wrote(): void
}

/** Does the rows of a chunk, each in its own transaction and under its own key. Answers false when some must wait. */
export async function doChunk(chunk: Chunk): Promise<boolean> {
  const { desk, job, lines } = chunk
  const caller = await chunk.callerOf(job)
  const kind = chunk.kindOf(job.kind)
  if (!caller) {
    const results = lines.map(({ n, subject_id }) => failed(n, subject_id, new Problem(403, 'job.nobody')))
    await write(desk, job, results)
    chunk.wrote()
    return true
  }
  const before = kind.tries?.(job) ? [] : await doneBefore(desk, job, kind, lines, caller)
  const known = new Set(before.map(({ n }) => n))
  const waiting = lines.filter(({ n }) => !known.has(n))
  return new Shift(chunk, kind, caller, before).work(waiting)
}

/** A few lanes that share the rows, and write down together what they have done. */
class Shift {
  readonly #chunk: Chunk
  readonly #kind: JobKind
  readonly #caller: Caller
  #results: Result[]
  #wroteAt = performance.now()
  #isOver = false
  #writing: Promise<void> = Promise.resolve()
  #isWhole = true

  constructor(chunk: Chunk, kind: JobKind, caller: Caller, results: Result[]) {
    this.#chunk = chunk
    this.#kind = kind
    this.#caller = caller
    this.#results = results
  }

  async work(waiting: JobLine[]): Promise<boolean> {
    const lane = async () => {
      for (let next = waiting.shift(); next && !this.#isOver && !this.#chunk.signal.aborted; next = waiting.shift()) {
        const result = await this.#do(next)
        if (result) this.#results.push(result)
        else this.#isWhole = false
        if (performance.now() - this.#wroteAt > writeEvery) await this.#write()
      }
    }
    await Promise.all(Array.from({ length: atOnce }, lane))
    await this.#write()
    return this.#isWhole
  }

  /** Undefined when it failed for no reason of its own and is to be tried again. */
  async #do(line: JobLine): Promise<Result | undefined> {
    const { desk, job, tries } = this.#chunk
    const key = keyOf(job.id, line.n)
    try {
      const call = await this.#kind.call(job, line, desk, this.#caller)
      if ('state' in call) return { ...call, n: line.n, version: null, passed: true }
      return await this.#call(line, call, key)
    } catch (error) {
      if (error instanceof Problem)
        return failed(line.n, line.subject_id, this.#kind.refusal?.(error, job, line) ?? error)
      const tried = (tries.get(key) ?? 0) + 1
      tries.set(key, tried)
      desk.log.error({ err: error, job: job.id, row: line.n }, 'a row of a job failed')
      if (tried < mostTries) return undefined
      tries.delete(key)
      return failed(line.n, line.subject_id, new Problem(500, 'internal'))
    }
  }

  async #call({ n }: JobLine, { verb, input, keeps }: JobCall, key: string): Promise<Result> {
    const { desk, job } = this.#chunk
    const by: By = { caller: this.#caller, requestId: key, idempotencyKey: key, ...(keeps && { keeps }) }
    if (this.#kind.tries?.(job)) {
      const tried = { n, subjectId: null, version: null }
      const comes = await rehearse(desk, verb, input, by)
      return comes ? { ...tried, state: 'ok' } : { ...tried, state: 'skipped', code: 'job.unchanged' }
    }
    const record = await desk.perform(verb, input, by)
    const version = typeof record.version === 'number' ? record.version : null
    return { n, state: 'ok', subjectId: String(record.id), version }
  }

  /** One after the other: lanes do not write the same results twice. */
  #write(): Promise<void> {
    this.#wroteAt = performance.now()
    this.#writing = this.#writing.then(() => this.#writeNow())
    return this.#writing
  }

  async #writeNow(): Promise<void> {
    const { desk, job } = this.#chunk
    const results = this.#results.splice(0)
    if (results.length === 0) return
    const state = await write(desk, job, await withHistory(desk, job, this.#kind, results))
    if (state !== 'waiting' && state !== 'running') this.#isOver = true
    this.#chunk.wrote()
  }
}

const failed = (n: number, subjectId: string | null, { code, params, fields }: Problem): Result => ({
  n,
  state: 'failed',
  subjectId,
  version: null,
  code,
  params,
  ...(fields.length > 0 && { fields }),
})
