import { sql } from 'kysely'
import type { Desk } from './desk.ts'
import { forgetOldKeys } from './idempotency.ts'

const every = 3_600_000

/** What keeps the tables in order: partitions for the coming months, old idempotency keys forgotten. Every hour. */
export function startUpkeep(desk: Desk): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  const tick = () => {
    running = upkeep(desk).catch(error => desk.log.error({ err: error }, 'upkeep failed'))
  }
  const timer = setInterval(tick, every)
  tick()
  return async () => {
    clearInterval(timer)
    await running
  }
}

export async function upkeep(desk: Desk): Promise<void> {
  await sql`select make_event_partitions(${desk.clock()})`.execute(desk.db)
  await forgetOldKeys(desk.db, desk.clock())
}
