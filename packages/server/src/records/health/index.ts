/** Health: what an operator looks at when something seems slow or stuck. */
import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import { horizonHolder, parkedCounts, positions } from '../../kernel/log/lag.ts'
import { module } from '../../kernel/module.ts'
import { read } from '../../kernel/read.ts'

const getHealth = read('health.get', async ({ db, config }) => {
  const [followers, parked, horizon, numbers] = await Promise.all([
    positions(db),
    parkedCounts(db),
    horizonHolder(db),
    numbersOf(db),
  ])
  const parkedBy = new Map(parked.map(row => [row.follower, row.n]))
  return {
    version: process.version,
    database: { version: numbers.version, embedded: !config.databaseUrl },
    horizonAgeSeconds: horizon.ageSeconds,
    horizonOwner: horizon.owner,
    followers: followers.map(follower => ({ ...follower, parked: parkedBy.get(follower.name) ?? 0 })),
    timersOverdue: numbers.overdue,
    deliveries: numbers.deliveries,
    mails: numbers.mails,
  }
})

interface Numbers {
  version: string
  overdue: number
  deliveries: Record<string, number>
  mails: Record<string, number>
}

async function numbersOf(db: Db): Promise<Numbers> {
  const { rows } = await sql<Numbers>`
    select current_setting('server_version') as version,
      (select count(*) from timers where due_at < now() - interval '5 seconds') as overdue,
      (select coalesce(json_object_agg(status, n), '{}') from (select status, count(*) as n from deliveries
        where status not in ('sent', 'suppressed') group by status) d) as deliveries,
      (select coalesce(json_object_agg(outcome, n), '{}') from (select outcome, count(*) as n from mails
        where outcome in ('pending', 'quarantined') group by outcome) m) as mails`.execute(db)
  const [numbers] = rows
  if (!numbers) throw new Error('the database did not answer')
  return numbers
}

export const health = module({ name: 'health', reads: { 'health.get': getHealth } })
