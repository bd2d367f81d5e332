import { statfs } from 'node:fs/promises'
import type { Records } from '@baton/contract'
import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { Reading } from '../../kernel/kinds.ts'
import { horizonHolder, parkedCounts, positions } from '../../kernel/log/lag.ts'
import { wantedReplays } from '../../kernel/log/replay.ts'
import { lastClockCheck } from './clock-check.ts'

/** Everything that is worth a look, asked at once. */
export async function healthRecord({ db, config }: Reading): Promise<Records['health']> {
  const [followers, parked, replays, horizon, numbers, events, clockCheck, processes, disk] = await Promise.all([
    positions(db),
    parkedCounts(db),
    wantedReplays(db),
    horizonHolder(db),
    numbersOf(db),
    firstParked(db),
    lastClockCheck(db),
    db.selectFrom('processes').selectAll().orderBy('started_at').execute(),
    statfs(config.dataDir),
  ])
  const parkedBy = new Map(parked.map(row => [row.follower, row.n]))
  return {
    version: process.version,
    database: { version: numbers.version, embedded: !config.databaseUrl, bytes: numbers.bytes },
    disk: { freeBytes: disk.bavail * disk.bsize, totalBytes: disk.blocks * disk.bsize },
    horizonAgeSeconds: horizon.ageSeconds,
    horizonOwner: horizon.owner,
    followers: followers.map(follower => ({
      ...follower,
      parked: parkedBy.get(follower.name) ?? 0,
      replaying: replays.includes(follower.name),
    })),
    parkedEvents: events,
    clockCheck,
    timersOverdue: numbers.overdue,
    timersLateSeconds: numbers.late,
    deliveries: numbers.deliveries,
    mails: numbers.mails,
    processes: processes.map(({ id, role, version, host, pid, started_at, seen_at }) => ({
      id,
      role,
      version,
      host,
      pid,
      startedAt: started_at.toISOString(),
      seenAt: seen_at.toISOString(),
    })),
  }
}

const shown = 20

async function firstParked(db: Db): Promise<Records['health']['parkedEvents']> {
  const { rows } = await sql<{
    follower: string
    seq: number
    type: string
    topic_id: string
    tries: number
    error: string
    parked_at: Date
  }>`
    select p.follower, p.seq, coalesce(e.type, '') as type, p.topic_id, p.tries, p.error, p.parked_at
    from parked_events p left join events e on e.seq = p.seq order by p.seq limit ${shown}`.execute(db)
  return rows.map(({ topic_id, parked_at, ...row }) => ({
    ...row,
    topicId: topic_id,
    parkedAt: parked_at.toISOString(),
  }))
}

interface Numbers {
  version: string
  bytes: number
  overdue: number
  late: number
  deliveries: Record<string, number>
  mails: Record<string, number>
}

async function numbersOf(db: Db): Promise<Numbers> {
  const { rows } = await sql<Numbers>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      (select count(*) from timers where due_at < now() - interval '5 seconds') as overdue,
      (select coalesce(extract(epoch from now() - min(due_at)), 0)::float8 from timers
        where due_at < now() - interval '5 seconds') as late,
      (select coalesce(json_object_agg(status, n), '{}') from (select status, count(*) as n from deliveries
        where status not in ('sent', 'suppressed') group by status) d) as deliveries,
      (select coalesce(json_object_agg(outcome, n), '{}') from (select outcome, count(*) as n from mails
        where outcome in ('pending', 'quarantined') group by outcome) m) as mails`.execute(db)
  const [numbers] = rows
  if (!numbers) throw new Error('the database did not answer')
  return numbers
}
