import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { OutgoingWay } from './tables.ts'

export interface Due {
  notification_id: string
  way: OutgoingWay
  agent_id: string
}

/** Takes what may leave by now, in the caller's transaction; what another process has in hand is left to it. */
export async function takeDue(db: Db, now: Date, most: number): Promise<Due[]> {
  const { rows } = await sql<Due>`
    delete from notification_outgoing where (notification_id, way) in (
      select notification_id, way from notification_outgoing where due_at <= ${now}
      order by due_at, notification_id limit ${most} for update skip locked)
    returning notification_id, way, agent_id`.execute(db)
  return rows
}

/** What never stood behind the bell is done with once nothing of it is left to send, so that the next of its kind is new. */
export async function settleUnlisted(db: Db, due: readonly Due[], now: Date): Promise<void> {
  await sql`
    update notifications n set read_at = ${now}
    where n.id = any(${due.map(row => row.notification_id)}::uuid[]) and not n.listed and n.read_at is null
      and not exists (select from notification_outgoing o where o.notification_id = n.id)`.execute(db)
}
