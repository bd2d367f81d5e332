import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'

export type Way = 'email' | 'sms'

/** How the ticket's customer can be reached among these ways: mail before text messages; null when by none. */
export async function wayTo(db: Db, customerId: string | null, ways: readonly Way[]): Promise<Way | null> {
  if (!customerId) return null
  const { rows } = await sql<{ kind: string }>`
    select distinct kind from contact_points where customer_id = ${customerId} and kind in ('email', 'phone')`.execute(
    db,
  )
  const kinds = new Set(rows.map(({ kind }) => kind))
  if (kinds.has('email') && ways.includes('email')) return 'email'
  return kinds.has('phone') && ways.includes('sms') ? 'sms' : null
}

/** The customer's first phone, for a text message. */
export async function phoneOf(db: Db, ticketId: string): Promise<string | undefined> {
  const { rows } = await sql<{ value: string }>`
    select p.value from tickets t join contact_points p on p.customer_id = t.customer_id and p.kind = 'phone'
    where t.id = ${ticketId} order by p.position limit 1`.execute(db)
  return rows[0]?.value
}
