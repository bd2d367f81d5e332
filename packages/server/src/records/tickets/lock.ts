import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { LockWait } from '../../kernel/kinds.ts'
import { orSkip } from '../../kernel/lock-rows.ts'
import type { ClockRow, LockedTicket } from './ticket.ts'

/**
 * Loads tickets for a change, in order of id, with what pure decisions and reactions need to know of them. Their clocks are
 * read by a statement of its own: whoever waits for a lock gets the newest row, but of all that the same statement reads
 * beside it what stood there before it began to wait.
 */
export async function lockTickets(tx: Db, ids: readonly string[], wait: LockWait): Promise<LockedTicket[]> {
  const { rows } = await sql<Omit<LockedTicket, 'clocks'>>`
    select t.*, c.level as customer_level, c.name as customer_name
    from tickets t left join customers c on c.id = t.customer_id
    where t.id = any(${ids}::uuid[]) order by t.id for update of t ${orSkip(wait)}`.execute(tx)
  return withClocks(tx, rows)
}

/** The same without a lock: for questions about the ticket as it stands. */
export async function loadTickets(db: Db, ids: readonly string[]): Promise<LockedTicket[]> {
  const { rows } = await sql<Omit<LockedTicket, 'clocks'>>`
    select t.*, c.level as customer_level, c.name as customer_name
    from tickets t left join customers c on c.id = t.customer_id
    where t.id = any(${ids}::uuid[]) order by t.id`.execute(db)
  return withClocks(db, rows)
}

async function withClocks(db: Db, rows: readonly Omit<LockedTicket, 'clocks'>[]): Promise<LockedTicket[]> {
  const { rows: clocks } = await sql<ClockRow>`
    select * from clocks where ticket_id = any(${rows.map(({ id }) => id)}::uuid[]) order by id`.execute(db)
  const byTicket = Map.groupBy(clocks, ({ ticket_id }) => ticket_id)
  return rows.map(row => ({ ...row, clocks: byTicket.get(row.id) ?? [] }))
}
