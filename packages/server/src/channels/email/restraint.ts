import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'

/** Acknowledgements that one address gets within an hour: a machine that answers them runs dry soon. */
const mostAnHour = 5

/** Whether this address may hear now that its matter has arrived; notes that it does. Once for a ticket. */
export async function mayAcknowledge(db: Db, address: string, ticketId: string, now: Date): Promise<boolean> {
  const hourAgo = new Date(now.getTime() - 3_600_000)
  await sql`delete from acknowledgements where address = ${address} and at < ${hourAgo}`.execute(db)
  const { rows } = await sql<{ n: number; before: boolean }>`
    select count(*)::int as n, coalesce(bool_or(ticket_id = ${ticketId}), false) as before
    from acknowledgements where address = ${address}`.execute(db)
  if (!rows[0] || rows[0].n >= mostAnHour || rows[0].before) return false
  await db.insertInto('acknowledgements').values({ address, at: now, ticket_id: ticketId }).execute()
  return true
}
