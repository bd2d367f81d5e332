import { sql } from 'kysely'
import type { Picture } from '../../kernel/configuration.ts'
import type { Db } from '../../kernel/db.ts'
import type { DeliveryDraft } from '../../kernel/deliveries/index.ts'
import type { Desk } from '../../kernel/desk.ts'
import type { Grants } from '../../kernel/grants.ts'
import { inTransaction } from '../../kernel/transaction.ts'
import { type Due, type ShownNotification, settleUnlisted, takeDue, textOf } from '../../records/notifications/index.ts'
import { directory } from '../../records/people/index.ts'
import { settings } from '../../records/settings/index.ts'
import { sight } from './recipients.ts'
import { ticketsOf } from './tell.ts'
import { type Parcel, ways } from './ways.ts'

const mostAtOnce = 500

/**
 * Sends what is due: everything that one person is due by one way goes as one parcel. What has been read meanwhile, or may
 * not be seen any more, is not sent. Several processes share the work. Answers how many deliveries were put out.
 */
export async function sendDue(desk: Desk): Promise<number> {
  let sent = 0
  for (;;) {
    const { taken, put } = await inTransaction(desk, async tx => {
      const due = await takeDue(tx.db, desk.clock(), mostAtOnce)
      if (due.length === 0) return { taken: 0, put: 0 }
      const drafts = await draftsFor(due, tx.db, await desk.configuration.at(tx.version), desk)
      if (drafts.length > 0) await desk.outbox.put(tx, drafts)
      await settleUnlisted(tx.db, due, desk.clock())
      return { taken: due.length, put: drafts.length }
    })
    sent += put
    if (taken < mostAtOnce) return sent
  }
}

async function draftsFor(due: readonly Due[], db: Db, picture: Picture, desk: Desk): Promise<DeliveryDraft[]> {
  const shown = await stillNews(db, due, picture, desk)
  const people = await reachable(db, due, picture, desk)
  const drafts: DeliveryDraft[] = []
  for (const group of Map.groupBy(due, ({ agent_id, way }) => `${agent_id} ${way}`).values()) {
    const [first] = group
    const person = first && people.get(first.agent_id)
    if (!first || !person) continue
    const notices = group
      .flatMap(({ notification_id }) => shown.get(notification_id) ?? [])
      .sort((a, b) => b.created_at.getTime() - a.created_at.getTime())
      .map(row => ({ ...row, text: textOf(row, picture, person) }))
    const [newest] = notices
    if (!newest) continue
    const cause = { seq: newest.seq, depth: 0, request_id: null }
    const { subscriptions } = person
    drafts.push(...ways[first.way]({ person, notices, subscriptions, picture, config: desk.config, cause }))
  }
  return drafts
}

/** Unread, and about nothing that its reader may not see by now. */
async function stillNews(
  db: Db,
  due: readonly Due[],
  picture: Picture,
  desk: Desk,
): Promise<Map<string, ShownNotification>> {
  const { rows } = await sql<ShownNotification>`
    select n.*, t.number, t.subject from notifications n left join tickets t on t.id = n.ticket_id
    where n.id = any(${due.map(row => row.notification_id)}::uuid[]) and n.read_at is null`.execute(db)
  const kind = desk.kind('ticket')
  const tickets = await ticketsOf(
    kind,
    db,
    rows.flatMap(row => row.ticket_id ?? []),
  )
  const sees = sight({ picture, now: desk.clock(), ticketKind: kind })
  const maySee = ({ agent_id, ticket_id }: ShownNotification): boolean => {
    if (!ticket_id) return true
    const ticket = tickets.get(ticket_id)
    return ticket !== undefined && sees(agent_id, 'ticket.get', kind.plain(ticket as never, picture))
  }
  return new Map(rows.filter(maySee).map(row => [row.id, row]))
}

type Reachable = Parcel['person'] & Pick<Parcel, 'subscriptions'> & { zone: string; grants: Grants }

/** Whoever is disabled is told nothing more. */
async function reachable(db: Db, due: readonly Due[], picture: Picture, desk: Desk): Promise<Map<string, Reachable>> {
  const ids = [...new Set(due.map(({ agent_id }) => agent_id))]
  const people = picture.of(directory)
  const [{ rows }, subscriptions] = await Promise.all([
    sql<{ id: string; email: string | null; phone: string | null; zone: string | null }>`
      select a.id, a.email, a.phone, p.zone from agents a left join notification_preferences p on p.agent_id = a.id
      where a.id = any(${ids}::uuid[]) and a.status = 'active'`.execute(db),
    db
      .selectFrom('push_subscriptions')
      .selectAll()
      .where('agent_id', '=', ({ fn, val }) => fn.any(val(ids)))
      .execute(),
  ])
  return new Map(
    rows.map(({ id, email, phone, zone }) => {
      const person = people.agents.get(id)
      return [
        id,
        {
          id,
          email,
          phone,
          name: person?.name ?? '',
          locale: person?.locale ?? desk.config.locale,
          grants: people.grantsOf(person?.roleIds ?? []),
          zone: zone ?? picture.of(settings).timezone,
          subscriptions: subscriptions.filter(({ agent_id }) => agent_id === id),
        },
      ]
    }),
  )
}
