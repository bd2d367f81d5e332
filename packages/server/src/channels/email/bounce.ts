import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import { type DeliveryRow, settle, stampOf } from '../../kernel/deliveries/index.ts'
import type { Desk } from '../../kernel/desk.ts'
import { redeemToken } from '../../kernel/tokens.ts'
import type { Transaction } from '../../kernel/transaction.ts'
import { idInMessageId, tokensIn } from './addresses.ts'
import { replyPurpose } from './belongs.ts'
import type { Verdict } from './outcome.ts'
import type { Report } from './read/report.ts'

/**
 * A mail server tells about a mail of ours. It is never answered and never becomes a ticket; what will not arrive is a
 * dead letter from now on, and the ticket tells why.
 */
export async function hearReport(desk: Desk, report: Report, addresses: readonly string[]): Promise<Verdict> {
  const delivery = await deliveryOf(desk.db, report, addresses, desk.clock())
  const { fate, diagnostic } = report
  const found = { ...(delivery && { deliveryId: delivery.id, ticketId: delivery.topic_id }), why: diagnostic }
  if (fate !== 'failed') return { outcome: 'automatic', ...found, why: `${fate}: ${diagnostic}` }
  if (!delivery) return { outcome: 'bounce', ...found }
  return { outcome: 'bounce', ...found, also: tx => markFailed(tx, delivery.id, diagnostic, desk.clock()) }
}

/** Which of our deliveries it is about: by the token of the address that it came back to, else by our Message-ID in it. */
async function deliveryOf(
  db: Db,
  { about }: Report,
  addresses: readonly string[],
  now: Date,
): Promise<DeliveryRow | undefined> {
  for (const token of tokensIn(addresses)) {
    const id = await redeemToken(db, replyPurpose, token, now)
    const row = id && (await db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst())
    if (row) return row
  }
  const ids = about.flatMap(messageId => idInMessageId(messageId) ?? [])
  if (ids.length === 0) return undefined
  const { rows } = await sql<DeliveryRow>`
    select d.* from deliveries d where d.id = any(${ids}::uuid[])
    union all
    select d.* from messages m join deliveries d on d.topic_id = m.ticket_id and d.message_id = m.id where m.id = any(${ids}::uuid[])
    limit 1`.execute(db)
  return rows[0]
}

async function markFailed(tx: Transaction, id: string, diagnostic: string, now: Date): Promise<void> {
  const row = await tx.db.selectFrom('deliveries').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (row?.status !== 'sent' && row?.status !== 'unknown') return
  await settle(tx, row, { status: 'failed', error: diagnostic }, stampOf(row.channel, now))
}
