import type { EventName } from '@baton/contract'
import { sql } from 'kysely'
import type { Picture } from '../../kernel/configuration.ts'
import type { Db } from '../../kernel/db.ts'
import type { Desk } from '../../kernel/desk.ts'
import type { Kind } from '../../kernel/kinds.ts'
import type { LoggedEvent } from '../../kernel/log/event.ts'
import type { RowFollower } from '../../kernel/log/follower.ts'
import { keepNews, settlePool } from '../../records/notifications/index.ts'
import { directory } from '../../records/people/index.ts'
import type { LockedTicket } from '../../records/tickets/index.ts'
import { saidToGroups } from './groups.ts'
import { newsFor, type Telling } from './recipients.ts'
import { isOnlyForPool, presentMembers, rules, taken } from './rules.ts'
import type { Scene } from './scene.ts'

/** Nobody wants old news: not after a long standstill, nor from the past that a trial desk is filled with. */
const stale = 86_400_000

/** Hears what happens and tells whom it concerns: one batch of events, one insert. */
export const tellPeople: RowFollower = {
  kind: 'rows',
  name: 'notifications',
  hears: [...new Set([...(Object.keys(rules) as EventName[]), ...taken])],
  async write(tx, events, desk) {
    const now = desk.clock()
    const fresh = events.filter(event => now.getTime() - event.at.getTime() < stale)
    const picture = await desk.configuration.at(tx.version)
    const gone = fresh.filter(({ type }) => (taken as readonly string[]).includes(type)).map(event => event.topic_id)
    const relieved = gone.length > 0 ? await settlePool(tx.db, [...new Set(gone)], now) : []
    const tellings = await tellingsOf(fresh, tx.db, picture, desk)
    const news = await newsFor(tellings, { db: tx.db, picture, now, ticketKind: desk.kind('ticket') })
    await keepNews(tx.db, news, now)
    const said = await saidToGroups(tellings, tx.db, picture, desk)
    if (said.length > 0) await desk.outbox.put(tx, said)
    const told = [...new Set([...relieved, ...news.map(({ agentId }) => agentId)])]
    if (told.length > 0) tx.afterCommit(() => desk.nudge('notification', told))
  },
}

async function tellingsOf(
  events: readonly LoggedEvent[],
  db: Db,
  picture: Picture,
  desk: Desk,
): Promise<readonly Telling[]> {
  if (!events.some(({ type }) => rules[type as EventName])) return []
  const people = picture.of(directory)
  const present = await signedIn(db)
  // A burst of tickets with nobody there ends here, before anything is asked about any of them.
  const concerning = events.filter(
    event => !isOnlyForPool({ event }) || presentMembers({ event, people, present }).length > 0,
  )
  const about = concerning.filter(({ type }) => rules[type as EventName])
  if (about.length === 0) return []
  const kind = desk.kind('ticket')
  const tickets = await ticketsOf(
    kind,
    db,
    about.map(event => event.topic_id),
  )
  return about.flatMap(event => {
    const ticket = tickets.get(event.topic_id)
    const scene: Scene = {
      event,
      people,
      present,
      now: desk.clock(),
      ticket: ticket && { ...ticket, is_done: isDone(ticket) },
    }
    const told = rules[event.type as EventName]?.(scene) ?? []
    const plain = ticket && { ...kind.plain(ticket as never, picture), id: ticket.id }
    return told.map(one => ({ ...one, seq: event.seq, actorId: event.actor_id, ticket: plain }))
  })
}

const isDone = ({ status }: LockedTicket): boolean => status === 'solved' || status === 'closed' || status === 'merged'

export async function ticketsOf(kind: Kind, db: Db, ids: readonly string[]): Promise<Map<string, LockedTicket>> {
  const rows = (await kind.live?.load(db, [...new Set(ids)])) ?? []
  return new Map((rows as unknown as LockedTicket[]).map(row => [row.id, row]))
}

async function signedIn(db: Db): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from agents where presence <> 'offline' and status = 'active'`.execute(db)
  return new Set(rows.map(row => row.id))
}
