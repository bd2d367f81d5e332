import { sql } from 'kysely'
import type { Desk } from './desk.ts'
import { every } from './every.ts'
import { forgetOldKeys } from './idempotency.ts'
import { forgetOldJobs } from './jobs/forget.ts'
import { warnOfLag } from './log/lag.ts'
import { forgetOldTokens } from './tokens.ts'

const hour = 3_600_000
const halfMinute = 30_000

/** What keeps the tables in order: partitions for the coming months, old idempotency keys, tokens and jobs forgotten. Every hour. */
export function startUpkeep(desk: Desk): () => Promise<void> {
  const keeping = every(hour, () => upkeep(desk), desk)
  const watching = every(halfMinute, () => warnOfLag(desk), desk)
  return async () => {
    await Promise.all([keeping.stop(), watching.stop()])
  }
}

export async function upkeep(desk: Desk): Promise<void> {
  await makePartitions(desk)
  await forgetOldKeys(desk.db, desk.clock())
  await forgetOldTokens(desk.db, desk.clock())
  await forgetOldJobs(desk.db, desk.clock())
}

/** One process at a time: two that make the same partition at once would trip over each other. */
async function makePartitions(desk: Desk): Promise<void> {
  await desk.db.transaction().execute(async tx => {
    await sql`select pg_advisory_xact_lock(${partitionsLock})`.execute(tx)
    await sql`select make_event_partitions(${desk.clock()})`.execute(tx)
  })
}

/** Any number, as long as every Baton takes the same. */
const partitionsLock = 8_172_602
