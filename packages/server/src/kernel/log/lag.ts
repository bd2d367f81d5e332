import { healthLimits } from '@baton/contract'
import { sql } from 'kysely'
import type { Db } from '../db.ts'
import type { Desk } from '../desk.ts'

export interface Position {
  name: string
  /** At most 20,000: more is told as that. */
  lagEvents: number
  /** Age of the oldest event that it has not read, in seconds; 0 when it has read all. */
  lagSeconds: number
}

/** How far each follower is behind the end of the log: what is left of its window, and what lies above. */
export async function positions(db: Db): Promise<Position[]> {
  const { rows } = await sql<Position>`
    select f.name, l.n as "lagEvents", l.seconds as "lagSeconds" from followers f cross join lateral (
      select count(*) as n, coalesce(extract(epoch from now() - min(at)), 0)::float8 as seconds from (
        (select at from events where xid >= f.hi order by xid limit 10000)
        union all
        select at from (select at, xid from events where seq > f.seq order by seq limit 10000) rest where xid >= f.lo and xid < f.hi
      ) unread
    ) l order by f.name`.execute(db)
  return rows
}

export async function parkedCounts(db: Db): Promise<{ follower: string; n: number }[]> {
  const { rows } = await sql<{ follower: string; n: number }>`
    select follower, count(*) as n from parked_events group by follower order by follower`.execute(db)
  return rows
}

export interface HorizonHolder {
  ageSeconds: number
  /** Who it is, for the operator: `psql (process 4711)`. */
  owner: string | null
}

/** The oldest writing transaction anywhere in the cluster: it holds the horizon, and with it every follower. */
export async function horizonHolder(db: Db): Promise<HorizonHolder> {
  const { rows } = await sql<HorizonHolder>`
    select extract(epoch from clock_timestamp() - xact_start)::float8 as "ageSeconds",
      format('%s (process %s)', coalesce(nullif(application_name, ''), usename, backend_type), pid) as owner
    from pg_stat_activity where backend_xid is not null and pid <> pg_backend_pid()
    order by xact_start limit 1`.execute(db)
  return rows[0] ?? { ageSeconds: 0, owner: null }
}

const tooLate = healthLimits.lagSeconds

/** Says aloud which followers are more than half a minute behind, and who holds them when somebody does. */
export async function warnOfLag(desk: Desk): Promise<void> {
  const late = (await positions(desk.db)).filter(({ lagSeconds }) => lagSeconds > tooLate)
  if (late.length === 0) return
  const { ageSeconds, owner } = await horizonHolder(desk.db)
  for (const { name, lagEvents, lagSeconds } of late) {
    const held = ageSeconds > tooLate ? { heldBy: owner, heldSeconds: Math.round(ageSeconds) } : {}
    desk.log.warn(
      { follower: name, lagEvents, lagSeconds: Math.round(lagSeconds), ...held },
      'a follower is behind the log',
    )
  }
}
