import { Draft } from '../draft.ts'
import { save } from '../save.ts'
import { add } from '../steps.ts'
import type { Transaction } from '../transaction.ts'
import type { DeliveryRow } from './delivery.ts'
import type { DeliveryDraft } from './outbox.ts'
import { changed, stampOf } from './settle.ts'

/** Writes a delivery and tells of it, caused by the event that the channel heard. */
export async function writeDelivery(
  tx: Transaction,
  draft: DeliveryDraft,
  closedBecause: string | undefined,
  now: Date,
): Promise<void> {
  const row: DeliveryRow = {
    id: draft.id,
    topic_id: draft.topicId,
    message_id: draft.messageId,
    channel: draft.channel,
    purpose: draft.purpose,
    recipient: draft.recipient,
    status: draft.suppressed ? 'suppressed' : 'queued',
    attempts: 0,
    error: draft.suppressed ?? closedBecause ?? null,
    provider_id: null,
    target_id: draft.targetId ?? null,
    request: draft.request,
    next_at: null,
    sent_at: null,
    delivered_at: null,
    created_at: now,
    updated_at: now,
  }
  const change = new Draft()
  change.apply([add('deliveries', row), changed(row, null, row)])
  const { seq, depth, request_id } = draft.cause
  await save(tx, change, {
    ...stampOf(draft.channel, now),
    causeSeq: seq,
    depth: depth + 1,
    requestId: request_id,
  })
}
