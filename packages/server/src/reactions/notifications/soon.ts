import { sql } from 'kysely'
import type { Desk } from '../../kernel/desk.ts'
import { inTransaction } from '../../kernel/transaction.ts'
import { keepNews, notificationDefaults } from '../../records/notifications/index.ts'
import { directory } from '../../records/people/index.ts'
import { newsFor, type Telling } from './recipients.ts'
import { ticketsOf } from './tell.ts'

/** Any number, as long as every Baton takes the same: two processes would tell the same twice. */
const soonLock = 8_172_650

/**
 * Tells the holder of each ticket whose clock runs out within the desk's lead time, or the managers when nobody
 * has it; once for each due time. It looks at the index of due times instead of keeping a timer for each ticket, so that
 * no ticket costs a row more when it is opened. Answers how many tickets were told of.
 */
export async function tellSoon(desk: Desk): Promise<number> {
  const picture = await desk.configuration.current()
  const { leadMinutes } = picture.of(notificationDefaults)
  if (leadMinutes === 0) return 0
  const now = desk.clock()
  return inTransaction(desk, async tx => {
    const { rows: mine } = await sql<{ ok: boolean }>`select pg_try_advisory_xact_lock(${soonLock}) as ok`.execute(
      tx.db,
    )
    if (!mine[0]?.ok) return 0
    const until = new Date(now.getTime() + leadMinutes * 60_000)
    const { rows } = await sql<{ id: string }>`
      select t.id from tickets t
      where t.is_done = false and t.due_order > ${now} and t.due_order <= ${until}
        and not exists (select from notifications n
          where n.ticket_id = t.id and n.kind = 'near' and (n.params ->> 'dueAt')::timestamptz = t.due_at)
      order by t.due_order limit 5000`.execute(tx.db)
    if (rows.length === 0) return 0
    const kind = desk.kind('ticket')
    const tickets = await ticketsOf(
      kind,
      tx.db,
      rows.map(row => row.id),
    )
    const people = picture.of(directory)
    const tellings = [...tickets.values()].map((ticket): Telling => {
      const managers = ticket.department_id ? people.managersOf(ticket.department_id) : []
      const clock = ticket.clocks.find(({ due_at }) => due_at.getTime() === ticket.due_at?.getTime())
      return {
        kind: 'near',
        to: ticket.assignee_id ? [ticket.assignee_id] : managers,
        params: { clock: clock?.target ?? 'response', dueAt: ticket.due_at?.toISOString() },
        seq: null,
        actorId: null,
        ticket: { ...kind.plain(ticket as never, picture), id: ticket.id },
      }
    })
    const news = await newsFor(tellings, { db: tx.db, picture, now, ticketKind: kind })
    await keepNews(tx.db, news, now)
    const told = [...new Set(news.map(({ agentId }) => agentId))]
    if (told.length > 0) tx.afterCommit(() => desk.nudge('notification', told))
    return rows.length
  })
}
