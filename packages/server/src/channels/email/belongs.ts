import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import { redeemToken } from '../../kernel/tokens.ts'
import { normalise } from '../../records/customers/index.ts'
import { idInMessageId, tokensIn } from './addresses.ts'

/** What leads a mail to what was said before. */
export interface Clues {
  /** Every address that it came to, or says that it was sent to. */
  addresses: readonly string[]
  /** What it answers, the nearest first. */
  references: readonly string[]
}

export interface Place {
  ticketId: string
  /** Our delivery that it answers, when that is known. */
  deliveryId: string | null
}

export const replyPurpose = 'reply'

/**
 * The ticket to which a mail belongs: by the token in the address that it answers to, else by what its headers answer.
 * Never by its subject. A forged or expired token is nothing; the headers may still tell.
 */
export async function placeOf(db: Db, { addresses, references }: Clues, now: Date): Promise<Place | undefined> {
  for (const token of tokensIn(addresses)) {
    const deliveryId = await redeemToken(db, replyPurpose, token, now)
    const place = deliveryId && (await placeOfDelivery(db, deliveryId))
    if (place) return place
  }
  return placeOfReferences(db, references)
}

async function placeOfDelivery(db: Db, id: string): Promise<Place | undefined> {
  const row = await db.selectFrom('deliveries').select('topic_id').where('id', '=', id).executeTakeFirst()
  return row && { ticketId: row.topic_id, deliveryId: id }
}

/** The first of these Message-IDs that we know: one that we sent, or one of a mail that is on a ticket. */
async function placeOfReferences(db: Db, references: readonly string[]): Promise<Place | undefined> {
  if (references.length === 0) return undefined
  const ours = references.map(reference => idInMessageId(reference) ?? null)
  const { rows } = await sql<{ n: number; ticket_id: string; delivery_id: string | null }>`
    with known as (
      select * from unnest(${references}::text[], ${ours}::uuid[]) with ordinality as r (mail_id, our_id, n)
    )
    select n, d.topic_id as ticket_id, d.id as delivery_id from known join deliveries d on d.id = our_id
    union all
    select n, m.ticket_id, (select d.id from deliveries d where d.topic_id = m.ticket_id and d.message_id = m.id order by d.created_at limit 1)
    from known join messages m on m.id = our_id and m.kind = 'reply'
    union all
    select n, x.ticket_id, null from known join mails x on x.mail_id = known.mail_id and x.ticket_id is not null and x.outcome in ('opened', 'appended')
    order by n limit 1`.execute(db)
  const [first] = rows
  return first && { ticketId: first.ticket_id, deliveryId: first.delivery_id }
}

/** Whether a mail that this one answers still waits for its own place: then this one waits too. */
export async function waitsForAnother(
  db: Db,
  references: readonly string[],
  mail: { id: string; received_at: Date },
): Promise<boolean> {
  if (references.length === 0) return false
  const { rows } = await sql`
    select 1 from mails where mail_id = any(${references}::text[]) and outcome = 'pending'
      and (received_at, id) < (${mail.received_at}, ${mail.id}::uuid) limit 1`.execute(db)
  return rows.length > 0
}

/** Whether the address is one by which the ticket's customer is known. */
export async function isCustomersAddress(db: Db, ticketId: string, address: string): Promise<boolean> {
  const point = normalise('email', address)
  if (!point) return false
  const row = await db
    .selectFrom('tickets')
    .innerJoin('contact_points', 'contact_points.customer_id', 'tickets.customer_id')
    .select('tickets.id')
    .where('tickets.id', '=', ticketId)
    .where('contact_points.kind', '=', 'email')
    .where('contact_points.value', '=', point.value)
    .executeTakeFirst()
  return row !== undefined
}
