import { sql } from 'kysely'
import type { Desk } from '../desk.ts'
import { inTransaction } from '../transaction.ts'
import type { Leases } from './leases.ts'
import { settle, stampOf } from './settle.ts'
import type { Works } from './works.ts'

/**
 * Deliveries whose sender died between the first byte and the answer: nobody can say whether they arrived. They are shown
 * as unknown and left to a person. Answers how many there were.
 */
export async function renounce(desk: Desk, leases: Leases): Promise<number> {
  // A literal, for the index of what is not settled.
  const { rows: sending } = await sql<{ id: string }>`select id from deliveries where status = 'sending'`.execute(
    desk.db,
  )
  let count = 0
  for (const { id } of sending) {
    const release = await leases.take(id)
    if (!release) continue
    try {
      if (await markUnknown(desk, id)) count += 1
    } finally {
      await release()
    }
  }
  if (count > 0) {
    desk.log.warn({ count }, 'deliveries were cut off while being sent; a person must decide about them')
    desk.events.wake()
  }
  return count
}

async function markUnknown(desk: Desk, id: string): Promise<boolean> {
  return inTransaction(desk, async tx => {
    const row = await tx.db
      .selectFrom('deliveries')
      .selectAll()
      .where('id', '=', id)
      .where('status', '=', 'sending')
      .forUpdate()
      .executeTakeFirst()
    if (!row) return false
    await settle(tx, row, { status: 'unknown', error: 'delivery.cutOff' }, stampOf(row.channel, desk.clock()))
    return true
  })
}

const patience = 10_000

/** Deliveries that wait without a job get one again. Answers how many there were. */
export async function recall({ desk, jobs, hint }: Works, channel: string): Promise<number> {
  const ids = await jobs.forgotten(channel, new Date(desk.clock().getTime() - patience))
  if (ids.length > 0) await inTransaction(desk, tx => hint(tx, channel, ids))
  return ids.length
}
