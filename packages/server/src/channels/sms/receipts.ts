import type { DeliveryRow } from '../../kernel/deliveries/index.ts'
import { settle, stampOf } from '../../kernel/deliveries/index.ts'
import type { Desk } from '../../kernel/desk.ts'
import { isId } from '../../kernel/ids.ts'
import { inTransaction, type Transaction } from '../../kernel/transaction.ts'
import type { Receipt } from './provider.ts'

/** What became of messages that the provider has taken: each is noted on its delivery, whatever the order they come in. */
export async function noteReceipts(desk: Desk, accountId: string, receipts: readonly Receipt[]): Promise<void> {
  for (const receipt of receipts) {
    await inTransaction(desk, async tx => {
      const row = await deliveryOf(tx, accountId, receipt)
      if (row) await note(tx, row, receipt, desk.clock())
    })
  }
  if (receipts.length > 0) desk.events.wake()
}

async function deliveryOf(tx: Transaction, accountId: string, receipt: Receipt): Promise<DeliveryRow | undefined> {
  const { deliveryId, providerId } = receipt
  if (!providerId && !deliveryId) return undefined
  const row = await tx.db
    .selectFrom('deliveries')
    .selectAll()
    .where('channel', '=', 'sms')
    .where(on => (deliveryId && isId(deliveryId) ? on('id', '=', deliveryId) : on('provider_id', '=', providerId)))
    .forUpdate()
    .executeTakeFirst()
  return row && row.target_id === accountId && isOfThisTry(row, receipt) ? row : undefined
}

/** A receipt of an earlier try says nothing about the one that a person has asked for since. */
const isOfThisTry = ({ provider_id, attempts }: DeliveryRow, { providerId }: Receipt): boolean =>
  attempts > 0 && (!provider_id || !providerId || provider_id === providerId)

/** What has arrived has arrived; what did not may still be reported as arrived. */
async function note(tx: Transaction, row: DeliveryRow, receipt: Receipt, now: Date): Promise<void> {
  if (row.delivered_at) return
  const stamp = { ...stampOf('sms', now), verb: 'delivery.receipt' }
  const provider_id = row.provider_id ?? receipt.providerId
  if (!receipt.arrived) {
    if (row.status === 'sent' || row.status === 'unknown' || row.status === 'sending')
      await settle(
        tx,
        row,
        { status: 'failed', error: `delivery.receipt: ${receipt.why}`.slice(0, 500), provider_id },
        stamp,
      )
    return
  }
  const delivered_at = receipt.at ?? now
  if (row.status === 'sent') {
    await tx.db.updateTable('deliveries').set({ delivered_at }).where('id', '=', row.id).execute()
    return
  }
  const sent_at = row.sent_at ?? now
  await settle(tx, row, { status: 'sent', error: null, next_at: null, provider_id, sent_at, delivered_at }, stamp)
}
