import { Draft } from '../draft.ts'
import { type Stamp, save } from '../save.ts'
import type { Row } from '../steps.ts'
import { set, tell } from '../steps.ts'
import type { Transaction } from '../transaction.ts'
import type { DeliveryRow, DeliveryStatus } from './delivery.ts'

/** Changes a locked delivery and tells of it, in the caller's transaction: the row and its event are one. */
export async function settle(tx: Transaction, row: DeliveryRow, patch: Patch, stamp: Stamp): Promise<void> {
  const draft = new Draft()
  draft.hold('deliveries', row as unknown as Row)
  draft.apply([set('deliveries', row.id, { ...patch, updated_at: stamp.at }), changed(row, row.status, patch)])
  await save(tx, draft, stamp)
}

export type Patch = Partial<DeliveryRow> & { status: DeliveryStatus }

/** The event of a change of status, on the topic to which the delivery belongs. */
export const changed = (row: DeliveryRow, from: DeliveryStatus | null, patch: Patch) =>
  tell('delivery.changed', row.topic_id, row.id, {
    deliveryId: row.id,
    messageId: row.message_id,
    from,
    to: patch.status,
    error: (patch.error === undefined ? row.error : patch.error) ?? null,
  })

/** What nobody asked for but Baton did, named as `name` in the history. */
export const stampOf = (name: string, at: Date): Stamp => ({
  at,
  actorKind: 'system',
  actorId: null,
  actorName: name,
  verb: 'delivery.send',
  causeSeq: null,
  depth: 0,
  requestId: null,
})
