import { sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import type { Db } from '../db.ts'
import type { Desk } from '../desk.ts'
import type { Transaction } from '../transaction.ts'

/** A hint that a delivery wants a try. Two hints for one delivery do no harm: the row decides. */
export interface Job {
  id: string
  retryCount: number
  data: { deliveryId: string }
}

/** The job queue, one queue a channel, in the schema `pgboss` of the same database. */
export interface Jobs {
  /** Puts jobs in the queue in the caller's transaction: they exist exactly when what they stand for exists. */
  insert(tx: Transaction, channel: string, deliveryIds: readonly string[], startAfter?: Date): Promise<void>
  take(channel: string, most: number): Promise<Job[]>
  /** In the caller's transaction when one is given. */
  done(channel: string, job: Job, tx?: Transaction): Promise<void>
  /**
   * Deliveries that should have been tried by now and for which no job waits: its worker died before it began, or a
   * restored backup has no jobs at all.
   */
  forgotten(channel: string, before: Date): Promise<string[]>
  close(): Promise<void>
}

/** A job whose process died is handed to another one after this long. */
const expireInSeconds = 60
const hour = 3600

/** Does nothing until it is first asked; then it makes its schema and queues where they are missing. */
export function openJobs(desk: Desk, channels: readonly string[]): Jobs {
  let opening: Promise<PgBoss> | undefined
  const boss = (): Promise<PgBoss> => {
    opening ??= start(desk, channels).catch((error: unknown) => {
      opening = undefined
      throw error
    })
    return opening
  }
  return {
    async insert(tx, channel, deliveryIds, startAfter) {
      const jobs = deliveryIds.map(deliveryId => ({ data: { deliveryId }, ...(startAfter && { startAfter }) }))
      if (jobs.length > 0) await (await boss()).insert(queueOf(channel), jobs, { db: runsIn(tx) })
    },
    take: async (channel, most) => (await boss()).fetch<Job['data']>(queueOf(channel), { batchSize: most }),
    async done(channel, job, tx) {
      await (await boss()).complete(queueOf(channel), job, null, tx ? { db: runsIn(tx) } : {})
    },
    async forgotten(channel, before) {
      await boss()
      return forgotten(desk.db, channel, before)
    },
    async close() {
      const started = await opening?.catch(() => undefined)
      opening = undefined
      await started?.stop({ graceful: false, close: false })
    },
  }
}

const queueOf = (channel: string): string => `delivery.${channel}`

const runsIn = ({ client }: Transaction) => ({
  executeSql: (text: string, values?: unknown[]) => client.query(text, values),
})

async function start(desk: Desk, channels: readonly string[]): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => desk.pool.query(text, values) },
    // Timers are rows of our own, and nothing here is a flow or a migration of theirs: idle it asks ten questions a minute.
    schedule: false,
    flowIntervalSeconds: hour,
    bamIntervalSeconds: hour,
    queueCacheIntervalSeconds: hour,
    monitorVacuum: false,
  })
  boss.on('error', error => desk.log.warn({ err: error }, 'the job queue met an error'))
  boss.on('warning', ({ message }) => desk.log.warn(message))
  await boss.start()
  for (const channel of channels) {
    await boss.createQueue(queueOf(channel), {
      expireInSeconds,
      // Our own rows count the tries; a job only comes back when its process died.
      retryLimit: 1000,
      deleteAfterSeconds: hour,
      retentionSeconds: 90 * 24 * hour,
    })
  }
  return boss
}

async function forgotten(db: Db, channel: string, before: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from deliveries d
    where status = 'queued' and channel = ${channel} and coalesce(next_at, updated_at) < ${before}
      and not exists (
        select from pgboss.job j
        where j.name = ${queueOf(channel)} and j.data ->> 'deliveryId' = d.id::text
          and (j.state < 'active' or (j.state = 'active' and j.started_on > now() - interval '10 seconds'))
      )
    order by created_at limit 1000`.execute(db)
  return rows.map(row => row.id)
}
