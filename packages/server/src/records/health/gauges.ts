import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { GaugeOf } from '../../kernel/module.ts'

interface Count {
  of: string
  value: number
}

/** What the health page shows of the desk's own traffic and its room, for whoever watches many desks. */
export const gauges: readonly GaugeOf[] = [
  {
    name: 'baton_deliveries',
    help: 'Deliveries that are not settled, by status',
    label: 'status',
    collect: ({ db }) =>
      counts(
        db,
        sql<Count>`select status as of, count(*) as value from deliveries
          where status <> 'sent' and status <> 'suppressed' group by status`,
        ['queued', 'sending', 'failed', 'unknown'],
      ),
  },
  {
    name: 'baton_mails',
    help: 'Mails that wait or stand in quarantine, by outcome',
    label: 'outcome',
    collect: ({ db }) =>
      counts(
        db,
        sql<Count>`select outcome as of, count(*) as value from mails
          where outcome in ('pending', 'quarantined') group by outcome`,
        ['pending', 'quarantined'],
      ),
  },
  {
    name: 'baton_clocks_wrong',
    help: 'Tickets whose clocks stood otherwise than their history said, in the last nightly check',
    async collect({ db }) {
      const { rows } = await sql<{ value: number }>`
        select wrong_count as value from clock_checks where done_at is not null order by night desc limit 1`.execute(db)
      return rows
    },
  },
  {
    name: 'baton_database_bytes',
    help: 'Size of the database',
    async collect({ db }) {
      const { rows } = await sql<{ value: number }>`select pg_database_size(current_database()) as value`.execute(db)
      return rows
    },
  },
  {
    name: 'baton_data_disk_free_bytes',
    help: 'What is free where the data folder lies',
    async collect({ config }) {
      const { bavail, bsize } = await statfs(config.dataDir)
      return [{ value: bavail * bsize }]
    },
  },
]

/** Those that do not occur are 0, so that a watcher sees them go. */
async function counts(db: Db, question: ReturnType<typeof sql<Count>>, known: readonly string[]): Promise<Count[]> {
  const { rows } = await question.execute(db)
  return known.map(of => ({ of, value: rows.find(row => row.of === of)?.value ?? 0 }))
}
