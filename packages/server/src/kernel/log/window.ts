import { sql } from 'kysely'
import type { Db } from '../db.ts'
import type { Cursor, LoggedEvent } from './event.ts'

export const batchSize = 200

/**
 * The next rows in the cursor's window, by seq. A window just begun has seq 0 and is entered at its own first row, found
 * by xid: the log before it may be long. From there rows are read along the index on seq, for the window may be the
 * whole log. (`offset 0` keeps the planner from choosing otherwise: it cannot know how few rows a range of xids holds.)
 */
export async function readWindow(db: Db, { lo, hi, seq }: Cursor, limit = batchSize): Promise<LoggedEvent[]> {
  if (lo === hi) return []
  const first = sql`coalesce((
    select min(seq) from (select seq from events where xid >= ${lo}::xid8 and xid < ${hi}::xid8 offset 0) w
  ) - 1, ${beyond})`
  const { rows } = await sql<LoggedEvent>`
    select seq, at, xid::text as xid, type, topic_id, subject_id, actor_kind, actor_id, actor_name, verb, cause_seq, depth, request_id, payload
    from (select * from events where seq > case when ${seq}::bigint = 0 then ${first} else ${seq} end order by seq offset 0) e
    where xid >= ${lo}::xid8 and xid < ${hi}::xid8 limit ${limit}`.execute(db)
  return rows
}

/** No seq is as high. */
const beyond = sql`9223372036854775807::bigint`

/**
 * How far the log can be read: everything below is over, committed or aborted, and no topic is cut so that its later
 * event would be read in this window and its earlier one in the next. That is a real danger: a transaction that got its
 * xid first may have waited for the topic's lock while another one with a higher xid, above the horizon, wrote and left.
 */
export async function horizon(db: Db): Promise<string> {
  let { rows } =
    await sql<Horizon>`with h as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as xid) ${cut}`.execute(
      db,
    )
  for (;;) {
    const [found] = rows
    if (!found?.earlier) return found?.xid ?? '0'
    ;({ rows } = await sql<Horizon>`with h as materialized (select ${found.earlier}::xid8 as xid) ${cut}`.execute(db))
  }
}

interface Horizon {
  xid: string
  /** The first transaction below that wrote on a topic after one above it. */
  earlier: string | null
}

const cut = sql`, above as materialized (
    select topic_id, min(seq) as seq from events where xid >= (select xid from h) group by topic_id
  ), below as materialized (
    select topic_id, seq, xid from events where seq > (select min(seq) from above) and xid < (select xid from h)
  )
  select xid::text as xid, (
    select a.xid::text from below a join above b on b.topic_id = a.topic_id and b.seq < a.seq order by a.xid limit 1
  ) as earlier from h`

/** Whether rows wait above the horizon: committed, and not readable yet. An aborted writer wakes nobody. */
export async function waitsAbove(db: Db, hi: string): Promise<boolean> {
  const { rows } = await sql`select seq from events where xid >= ${hi}::xid8 order by xid limit 1`.execute(db)
  return rows.length > 0
}
