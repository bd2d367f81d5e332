import { sql } from 'kysely'
import type { Db } from '../db.ts'

export interface Position {
  name: string
  lagEvents: number
  /** Age of the oldest event that it has not read, in seconds; 0 when it has read all. */
  lagSeconds: number
}

/** How far each follower is behind the end of the log. */
export async function positions(db: Db): Promise<Position[]> {
  const { rows } = await sql<Position>`
    select f.name, l.n as "lagEvents", l.seconds as "lagSeconds" from followers f cross join lateral (
      select count(*) as n, coalesce(extract(epoch from now() - min(at)), 0)::float8 as seconds from (
        select at from events where xid >= f.hi limit 10000
      ) above
    ) l order by f.name`.execute(db)
  return rows
}

export async function parkedCounts(db: Db): Promise<{ follower: string; n: number }[]> {
  const { rows } = await sql<{ follower: string; n: number }>`
    select follower, count(*) as n from parked_events group by follower order by follower`.execute(db)
  return rows
}
