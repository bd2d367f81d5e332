import type pg from 'pg'
import { idOf } from './fill.ts'
import type { Some } from './fill-clocks.ts'
import { quantile } from './load.ts'

export interface Spread {
  p50: number
  p99: number
  max: number
}

/** Milliseconds from the due time; at most 2000 are wanted. */
export interface Lag {
  due: number
  /** Until the time that the breach is noticed at. */
  noticed: Spread
  /** Until others can see it. */
  seen: Spread
  /** A second, from the first due time to the last breach. */
  rate: number
}

interface Breach {
  /** Epoch milliseconds. */
  due: number
  noticed: number
  seen: number
  /** Whether clock and event carry the true due time. */
  true_time: boolean
}

export async function nothingIsDue(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query('select exists (select from timers where due_at <= now()) as some')
  return !rows[0].some
}

/** The log's own account of how late these were. */
export async function lagOf(pool: pg.Pool, some: Some): Promise<Lag> {
  const breaches = await breachesOf(pool, some)
  const seconds = (Math.max(...breaches.map(({ seen }) => seen)) - Math.min(...breaches.map(({ due }) => due))) / 1000
  return {
    due: some.count,
    noticed: spread(breaches.map(({ due, noticed }) => noticed - due)),
    seen: spread(breaches.map(({ due, seen }) => seen - due)),
    rate: some.count / seconds,
  }
}

/** In the order in which the log tells of them. Each clock must have been told of once, with the time at which it was due. */
export async function breachesOf(pool: pg.Pool, { from, count }: Some): Promise<Breach[]> {
  const { rows } = await pool.query<Breach>(breachesText, [from, from + count])
  if (rows.length !== count) throw new Error(`${rows.length} breaches were told of, and ${count} clocks were due`)
  const wrong = rows.filter(row => !row.true_time)
  if (wrong.length > 0) throw new Error(`${wrong.length} breaches are not stamped with their due time`)
  return rows
}

const breachesText = `
  select extract(epoch from c.due_at)::float8 * 1000 as due, extract(epoch from e.at)::float8 * 1000 as noticed,
    extract(epoch from pg_xact_commit_timestamp(e.xid::xid))::float8 * 1000 as seen,
    c.breached_at = c.due_at and (e.payload ->> 'dueAt')::timestamptz = date_trunc('milliseconds', c.due_at) as true_time
  from generate_series($1::int, $2::int - 1) n join events e on e.topic_id = ${idOf('ticket', 'n')} and e.type = 'clock.breached'
  join clocks c on c.id = e.subject_id
  order by e.seq`

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), max: sorted.at(-1) ?? 0 }
}
