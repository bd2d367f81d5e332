import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Leases, openLeases, type Release } from '../deliveries/leases.ts'
import type { Desk } from '../desk.ts'
import { every } from '../every.ts'
import { chunkSize, doChunk } from './chunk.ts'
import { fail, gatherMore } from './gather.ts'
import type { JobLine, JobRow } from './job.ts'
import type { Works } from './kind.ts'

/** What others have begun, and what a dead worker has left, is looked for this often. Milliseconds. */
const pollEvery = 1000
/** Between two chunks: people come first. */
const breath = 20
/** After something failed that is no row's fault. */
const rest = 1000
const mostTries = 5
/** The person's open pages hear of progress at most this often. */
const nudgeEvery = 1000

/** Works on jobs until stopped, side by side with any number of other processes. */
export function startJobs(works: Works): { wake(): void; stop(): Promise<void> } {
  const { desk } = works
  const ending = new AbortController()
  const leases = openLeases(desk.pool, desk.log)
  const worker = new Worker(works, leases, ending.signal)
  const loop = every(pollEvery, () => worker.work(), desk)
  return {
    wake: loop.wake,
    async stop() {
      ending.abort()
      await loop.stop()
      await leases.close()
    },
  }
}

class Worker {
  readonly #works: Works
  readonly #desk: Desk
  readonly #leases: Leases
  readonly #signal: AbortSignal
  /** Where to look for a job's next rows first. */
  readonly #at = new Map<string, number>()
  readonly #tries = new Map<string, number>()
  readonly #nudgedAt = new Map<string, number>()

  constructor(works: Works, leases: Leases, signal: AbortSignal) {
    this.#works = works
    this.#desk = works.desk
    this.#leases = leases
    this.#signal = signal
  }

  /** Goes round the open jobs, a chunk of each in turn, until there is nothing left that nobody else has in hand. */
  async work(): Promise<void> {
    for (let worked = true; worked; ) {
      const open = await this.#desk.db
        .selectFrom('jobs')
        .select('id')
        .where('ended_at', 'is', null)
        .orderBy('created_at')
        .limit(200)
        .execute()
      this.#forget(new Set(open.map(({ id }) => id)))
      worked = false
      for (const { id } of open) {
        if (this.#signal.aborted) return
        if (!(await this.#serve(id))) continue
        worked = true
        await sleep(breath)
      }
    }
  }

  async #serve(id: string): Promise<boolean> {
    const job = await this.#load(id)
    if (!job || job.ended_at) return false
    return job.state === 'gathering' ? this.#gather(id) : this.#chunk(job)
  }

  async #gather(id: string): Promise<boolean> {
    const release = await this.#leases.take(`job:${id}:gather`)
    if (!release) return false
    try {
      // Whoever had the lease before may have moved it on.
      const job = await this.#load(id)
      if (job?.state !== 'gathering') return true
      try {
        await gatherMore(this.#works, job)
      } catch (error) {
        this.#desk.log.error({ err: error, job: id }, 'the rows of a job could not be gathered')
        if (!this.#isSpent(id))
          await sleep(rest, undefined, { signal: this.#signal }).catch(() => undefined) // woken by the stop
        else await fail(this.#desk, job, 'internal', {})
      }
      this.#nudge(job)
      return true
    } finally {
      await release()
    }
  }

  #isSpent(id: string): boolean {
    const tried = (this.#tries.get(id) ?? 0) + 1
    this.#tries.set(id, tried)
    return tried >= mostTries
  }

  async #chunk(job: JobRow): Promise<boolean> {
    const taken = await this.#take(job)
    if (!taken) return false
    const { lines, release } = taken
    try {
      const isWhole = await doChunk({
        ...this.#works,
        job,
        lines,
        tries: this.#tries,
        signal: this.#signal,
        wrote: () => this.#nudge(job),
      })
      if (!isWhole) await sleep(rest, undefined, { signal: this.#signal }).catch(() => undefined) // woken by the stop
      return true
    } finally {
      await release()
    }
  }

  /** The next rows that wait and that nobody living has in hand. */
  async #take(job: JobRow): Promise<{ lines: JobLine[]; release: Release } | undefined> {
    const begin = this.#at.get(job.id) ?? 0
    let from = begin
    for (let wrapped = begin === 0; ; ) {
      const n = await this.#nextWaiting(job.id, from)
      if (n === undefined && wrapped) break
      if (n === undefined) {
        wrapped = true
        from = 0
        continue
      }
      const chunk = Math.floor(n / chunkSize)
      from = (chunk + 1) * chunkSize
      const release = await this.#leases.take(`job:${job.id}:${chunk}`)
      if (!release) continue
      const lines = await this.#linesOf(job.id, chunk)
      if (lines.length > 0) {
        this.#at.set(job.id, chunk * chunkSize)
        return { lines, release }
      }
      await release()
    }
    if (begin === 0) await this.#endIfDone(job.id)
    this.#at.delete(job.id)
    return undefined
  }

  async #nextWaiting(id: string, from: number): Promise<number | undefined> {
    const row = await this.#desk.db
      .selectFrom('job_rows')
      .select('n')
      .where('job_id', '=', id)
      .where('state', '=', 'waiting')
      .where('n', '>=', from)
      .orderBy('n')
      .limit(1)
      .executeTakeFirst()
    return row?.n
  }

  #linesOf(id: string, chunk: number): Promise<JobLine[]> {
    return this.#desk.db
      .selectFrom('job_rows')
      .selectAll()
      .where('job_id', '=', id)
      .where('state', '=', 'waiting')
      .where('n', '>=', chunk * chunkSize)
      .where('n', '<', (chunk + 1) * chunkSize)
      .orderBy('n')
      .execute()
  }

  /** Nothing waits and nobody has said that it is over: so it is. */
  async #endIfDone(id: string): Promise<void> {
    await sql`
      update jobs set state = 'done', ended_at = ${this.#desk.clock()}, version = version + 1
      where id = ${id} and state in ('waiting', 'running')
        and not exists (select from job_rows where job_id = ${id} and state = 'waiting')`.execute(this.#desk.db)
  }

  #load(id: string): Promise<JobRow | undefined> {
    return this.#desk.db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst()
  }

  /** Their own open pages ask again; the last word is never kept back. */
  #nudge({ id, person_id }: JobRow): void {
    if (!person_id) return
    const since = performance.now() - (this.#nudgedAt.get(id) ?? Number.NEGATIVE_INFINITY)
    if (since >= nudgeEvery) this.#nudgeNow(id, person_id)
    else this.#late.set(id, person_id)
  }

  readonly #late = new Map<string, string>()

  #nudgeNow(id: string, person: string): void {
    this.#late.delete(id)
    this.#nudgedAt.set(id, performance.now())
    this.#desk.nudge('job', [person])
  }

  /** Of jobs that are over nothing is remembered. */
  #forget(open: ReadonlySet<string>): void {
    for (const [id, person] of this.#late) if (!open.has(id)) this.#nudgeNow(id, person)
    for (const kept of [this.#at, this.#nudgedAt]) for (const id of kept.keys()) if (!open.has(id)) kept.delete(id)
    if (open.size === 0) this.#tries.clear()
  }
}
