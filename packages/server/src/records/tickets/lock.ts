import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { LockWait } from '../../kernel/kinds.ts'
import { orSkip } from '../../kernel/lock-rows.ts'
import type { ClockRow, LockedTicket } from './ticket.ts'

/** Loads tickets for a change, in order of id, with what pure decisions and reactions need to know of them. */
export const lockTickets = (tx: Db, ids: readonly string[], wait: LockWait): Promise<LockedTicket[]> =>
  load(tx, ids, sql`for update of t ${orSkip(wait)}`)

/** The same without a lock: for questions about the ticket as it stands. */
export const loadTickets = (db: Db, ids: readonly string[]): Promise<LockedTicket[]> => load(db, ids, sql``)

async function load(tx: Db, ids: readonly string[], lock: RawBuilder<unknown>): Promise<LockedTicket[]> {
  const { rows } = await sql<LockedTicket>`
    select t.*, c.level as customer_level, c.name as customer_name,
      (select coalesce(json_agg(k order by k.id), '[]') from clocks k where k.ticket_id = t.id) as clocks
    from tickets t left join customers c on c.id = t.customer_id
    where t.id = any(${ids}::uuid[])
    order by t.id
    ${lock}`.execute(tx)
  return rows.map(row => ({ ...row, clocks: row.clocks.map(revive) }))
}

/** JSON carries times as text. */
const revive = (clock: ClockRow): ClockRow => ({
  ...clock,
  started_at: new Date(clock.started_at),
  since: new Date(clock.since),
  due_at: new Date(clock.due_at),
  ended_at: clock.ended_at && new Date(clock.ended_at),
  breached_at: clock.breached_at && new Date(clock.breached_at),
})
