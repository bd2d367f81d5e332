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
      if (await renounceOne(desk, id)) count += 1
    } finally {
      await release()
    }
  }
  return count
}

/** For whoever holds the lease: if the delivery still counts as being sent, then by nobody living. */
export async function renounceOne(desk: Desk, id: string): Promise<boolean> {
  const wasSending = await inTransaction(desk, async tx => {
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
  if (wasSending) {
    desk.log.warn({ delivery: id }, 'a delivery was cut off while being sent; a person must decide about it')
    desk.events.wake()
  }
  return wasSending
}

const patience = 10_000

/** Deliveries that wait without a job get one again. Answers how many there were. */
export async function recall({ desk, jobs, hint }: Works, channel: string): Promise<number> {
  const ids = await jobs.forgotten(channel, new Date(desk.clock().getTime() - patience))
  if (ids.length > 0) await inTransaction(desk, tx => hint(tx, channel, ids))
  return ids.length
}
