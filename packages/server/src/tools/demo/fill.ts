import path from 'node:path'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Config } from '../../config.ts'
import type { Outbox } from '../../kernel/deliveries/index.ts'
import type { Desk } from '../../kernel/desk.ts'
import { lull, rouseAtTheBeginning, rouseFromNow } from '../../kernel/log/lull.ts'
import { startFollowing } from '../../kernel/log/start.ts'
import { modules } from '../../modules.ts'
import { bootstrap } from '../../records/sessions/index.ts'
import type { Cast } from './cast.ts'
import { type Customer, inventCustomers } from './customers.ts'
import { mustBeEmpty } from './empty.ts'
import { found } from './found.ts'
import { arrivals, day, hour, startOfDay } from './hours.ts'
import { type Lane, openLane } from './lane.ts'
import { type Played, play } from './play.ts'
import { type Chance, chance } from './random.ts'
import { tell } from './story.ts'

export interface Size {
  tickets: number
  customers: number
  days: number
  seed: number
}

export interface Filled extends Played {
  tickets: number
  open: number
}

const lanesAtOnce = 4

/**
 * Fills an empty desk with the history of a shop's service desk up to `now`. Everything is done by the desk's own verbs
 * with a turned clock, so rows, history, hand-overs and clocks agree as they do everywhere. Nothing leaves the desk: its
 * followers rest meanwhile; those that write rows read the history afterwards before a closed outbox, the others go on
 * with what comes then. Throws NotEmpty.
 */
export async function fillDesk(
  config: Config,
  connection: pg.PoolConfig,
  { tickets, customers: count, days, seed }: Size,
  { now, heard, stop }: { now: number; heard(part: number): void; stop?: AbortSignal },
): Promise<Filled> {
  const luck = chance(seed)
  const from = startOfDay(now - days * day)
  const filesFolder = path.join(config.dataDir, 'files')
  const lanes: Lane[] = []
  for (let n = 0; n < lanesAtOnce; n++) lanes.push(await openLane(config, connection, filesFolder))
  const [first] = lanes
  if (!first) throw new Error('no lane')
  const { desk } = first
  let isLulled = false
  try {
    await mustBeEmpty(desk.db)
    await makePartitions(desk, from - 10 * day, now)
    await bootstrap(desk)
    await lull(desk.db, followers.all)
    isLulled = true
    const cast = await found(first, from - 2 * day + 9 * hour, luck)
    const customers = await makeCustomers(lanes, count, from, luck)
    await sql`analyze`.execute(desk.db)
    const stories = arrivals(tickets, from, now, luck).map(at => tell(at, cast, customers, luck))
    let analyzed = 0.001
    const played = await play(lanes, stories, {
      from,
      until: now,
      async heard(part) {
        stop?.throwIfAborted()
        heard(part)
        // Empty tables are planned as if they stayed so.
        if (part < analyzed * 2) return
        analyzed = part
        await sql`analyze`.execute(desk.db)
      },
    })
    await lookAtOwn(first, cast, now)
    await sql`analyze`.execute(desk.db)
    await catchUp(desk)
    const open = await desk.db
      .selectFrom('tickets')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('is_done', '=', false)
      .executeTakeFirstOrThrow()
    return { ...played, tickets: stories.length, open: Number(open.n) }
  } catch (error) {
    // Half a history is nobody's news either.
    if (isLulled) await rouseFromNow(desk.db, followers.all)
    throw error
  } finally {
    for (const lane of lanes) await lane.close()
  }
}

/** History has partitions of its own, as if it had been written day by day. */
async function makePartitions({ db }: Desk, from: number, to: number): Promise<void> {
  for (let at = from; at < to + 31 * day; at += 28 * day)
    await sql`select make_event_partitions(${new Date(at)})`.execute(db)
}

/** The shop's customers were taken over when the desk began. */
async function makeCustomers(lanes: readonly Lane[], count: number, from: number, luck: Chance): Promise<Customer[]> {
  const invented = inventCustomers(count, luck)
  const step = day / count
  await Promise.all(
    lanes.map(async (lane, at) => {
      const caller = lane.desk.systemCaller('demo')
      for (const [n, { customer, input }] of invented.entries()) {
        // Two that name the same new company at once would trip over each other.
        if ((input.company ? 0 : n % lanes.length) !== at) continue
        customer.id = await lane.does(from - day + n * step, 'customer.create', input, { caller })
      }
    }),
  )
  return invented.map(({ customer }) => customer)
}

/** What one has answered last, one has seen. */
async function lookAtOwn(lane: Lane, cast: Cast, now: number): Promise<void> {
  const rows = await lane.desk.db
    .selectFrom('tickets')
    .select(['id', 'assignee_id', 'message_count'])
    .where('is_done', '=', false)
    .where('last_from', '=', 'us')
    .execute()
  const ids = new Set(cast.players.map(({ id }) => id))
  for (const { id, assignee_id, message_count } of rows) {
    if (!assignee_id || !ids.has(assignee_id)) continue
    const caller = await lane.person(assignee_id)
    await lane.does(now, 'ticket.see', { ticketId: id, seq: message_count }, { caller })
  }
}

const closed: Outbox = {
  put: async () => {},
  hint: async () => {},
  start: () => async () => {},
  close: async () => {},
}

/** Row-writing followers of records and reactions read the history; what makes verbs, or belongs to a channel, does not. */
async function catchUp(desk: Desk): Promise<void> {
  await rouseFromNow(desk.db, followers.onwards)
  await rouseAtTheBeginning(
    desk.db,
    followers.reading.map(({ name }) => name),
  )
  const shut: Desk = { ...desk, outbox: closed, clock: () => new Date() }
  const following = await startFollowing(shut, followers.reading)
  await following.drained()
  await following.stop()
  // They have read all of it; what they passed over they had only remembered.
  await rouseFromNow(desk.db, followers.all)
}

const followers = (() => {
  const all = modules.flatMap(room => room.followers ?? [])
  const reading = modules
    .filter(room => !room.senders)
    .flatMap(room => (room.followers ?? []).filter(({ kind }) => kind === 'rows'))
  return {
    all: all.map(({ name }) => name),
    reading,
    onwards: all.filter(one => !reading.includes(one)).map(({ name }) => name),
  }
})()
