import type { Db } from '../db.ts'
import type { Cursor, LoggedEvent } from './event.ts'
import { batchSize, horizon, readWindow } from './window.ts'

const remembered = 64

/**
 * The reads of one process, shared: followers that stand at the same place get the same batch from one query.
 * Rows below the horizon never change, so a remembered batch stays true.
 */
export class Windows {
  #batches = new Map<string, Promise<LoggedEvent[]>>()
  #horizon: Promise<string> | undefined
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /** Looks at the horizon afresh at the next question. */
  refresh(): void {
    this.#horizon = undefined
  }

  horizon(): Promise<string> {
    this.#horizon ??= horizon(this.#db)
    return this.#horizon
  }

  /** The next batch after the cursor, with the cursor of its window; empty when nothing is readable yet. */
  async after(cursor: Cursor): Promise<{ cursor: Cursor; events: LoggedEvent[] }> {
    const here = await this.#batch(cursor)
    if (here.length > 0) return { cursor, events: here }
    const next = { lo: cursor.hi, hi: await this.horizon(), seq: 0 }
    if (BigInt(next.hi) <= BigInt(next.lo)) return { cursor, events: [] }
    return { cursor: next, events: await this.#batch(next) }
  }

  #batch(cursor: Cursor): Promise<LoggedEvent[]> {
    if (cursor.lo === cursor.hi) return Promise.resolve([])
    const known = this.#batches.get(keyOf(cursor))
    if (known !== undefined) return known
    const batch = readWindow(this.#db, cursor)
    batch.then(
      events => {
        // A short batch is the window's last: what comes after it need not be asked.
        const last = events.at(-1)
        if (last && events.length < batchSize) this.#remember({ ...cursor, seq: last.seq }, Promise.resolve([]))
      },
      () => this.#batches.delete(keyOf(cursor)),
    )
    this.#remember(cursor, batch)
    return batch
  }

  #remember(cursor: Cursor, batch: Promise<LoggedEvent[]>): void {
    this.#batches.set(keyOf(cursor), batch)
    const [oldest] = this.#batches.keys()
    if (this.#batches.size > remembered && oldest) this.#batches.delete(oldest)
  }
}

const keyOf = ({ lo, hi, seq }: Cursor): string => `${lo}:${hi}:${seq}`
