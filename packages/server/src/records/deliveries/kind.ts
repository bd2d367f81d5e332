import { sql } from 'kysely'
import type { DeliveryRow } from '../../kernel/deliveries/index.ts'
import type { Kind } from '../../kernel/kinds.ts'
import { orSkip } from '../../kernel/lock-rows.ts'

/** A delivery with the holder of its ticket, by whom grants can tell whose it is; a test, a code or a notification has no ticket. */
export interface HeldDelivery extends DeliveryRow {
  ticket_id: string | null
  department_id: string | null
  assignee_id: string | null
}

declare module '../../kernel/kinds.ts' {
  interface KindRows {
    delivery: HeldDelivery
  }
}

/** Locked after everything that it may belong to. In queries deliveries are `d` and tickets `t`. */
export const deliveryKind: Kind<'delivery'> = {
  name: 'delivery',
  table: 'deliveries',
  rank: 90,
  async lock(tx, ids, wait) {
    const { rows } = await sql<HeldDelivery>`
      select d.*, t.id as ticket_id, t.department_id, t.assignee_id from deliveries d left join tickets t on t.id = d.topic_id
      where d.id = any(${ids}::uuid[]) order by d.id for update of d ${orSkip(wait)}`.execute(tx)
    return rows
  },
  readGrant: 'delivery.list',
  plain: row => ({
    status: row.status,
    channel: row.channel,
    purpose: row.purpose,
    departmentId: row.department_id,
    assigneeId: row.assignee_id,
  }),
  catalogue: () => ({
    status: { type: 'choice', nullable: false },
    channel: { type: 'choice', nullable: false },
    purpose: { type: 'choice', nullable: false },
    departmentId: { type: 'ref', nullable: true, to: 'department' },
    assigneeId: { type: 'ref', nullable: true, to: 'agent' },
  }),
  columns: () => ({
    status: { sql: sql.ref('d.status') },
    channel: { sql: sql.ref('d.channel') },
    purpose: { sql: sql.ref('d.purpose') },
    departmentId: { sql: sql.ref('t.department_id') },
    assigneeId: { sql: sql.ref('t.assignee_id') },
  }),
}
