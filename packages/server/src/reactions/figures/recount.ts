import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { Desk } from '../../kernel/desk.ts'
import type { LoggedEvent } from '../../kernel/log/event.ts'
import { inTransaction } from '../../kernel/transaction.ts'
import { settings } from '../../records/settings/index.ts'
import { figuresFollower, followerName } from './follow.ts'
import { History } from './history.ts'
import { keepHistory, keptFrom, keyOf } from './keep.ts'
import type { OwnKeys } from './life.ts'
import { ownDimensions } from './own.ts'

export interface Recount {
  tickets: number
  facts: number
  /** Tickets whose facts are not what the log says; the first hundred by name. */
  differing: number
  examples: string[]
  mended: number
}

/**
 * Counts everything anew from the log and compares it with what the follower has kept, a thousand tickets at a time. Only
 * what the follower has read is compared, so the desk may go on meanwhile. `mend` writes what the log says instead; needed
 * too after the desk has changed its zone, for the days of the past stay as they were cut, and after other fields of its own
 * are reported, for the past to be told apart by them as far as the log tells.
 */
export async function recount(desk: Desk, { mend = false } = {}, chunk = 1000): Promise<Recount> {
  const sum: Recount = { tickets: 0, facts: 0, differing: 0, examples: [], mended: 0 }
  for (let after: string | undefined = zero; after; ) {
    after = await inTransaction(desk, async tx => {
      const picture = await desk.configuration.at(tx.version)
      const [{ timezone }, { keys }] = [picture.of(settings), picture.of(ownDimensions)]
      return recountChunk(tx.db, { after: after as string, chunk, zone: timezone, own: keys, mend }, sum)
    })
  }
  return sum
}

const zero = '00000000-0000-0000-0000-000000000000'

interface Asked {
  after: string
  chunk: number
  zone: string
  own: OwnKeys
  mend: boolean
}

/** Under the lock of the follower's cursor, so that log and facts stand still together. Answers the last ticket, or nothing. */
async function recountChunk(
  db: Db,
  { after, chunk, zone, own, mend }: Asked,
  sum: Recount,
): Promise<string | undefined> {
  await sql`select from followers where name = ${followerName} for update`.execute(db)
  const { rows: topics } = await sql<{ id: string }>`
    select id from (
      (select id from tickets where id > ${after}::uuid order by id limit ${chunk})
      union (select ticket_id from figure_lives where ticket_id > ${after}::uuid order by ticket_id limit ${chunk})
    ) known order by id limit ${chunk}`.execute(db)
  const ids = topics.map(({ id }) => id)
  const last = ids.at(-1)
  if (!last) return undefined
  const history = new History(zone, own, await keptFrom(db))
  for (const event of await readOf(db, ids)) history.take(event)
  const [should, is] = [printsOf(history), await keptPrints(db, ids)]
  const wrong = ids.filter(id => (should.get(id) ?? '') !== (is.get(id) ?? ''))
  sum.tickets += ids.length
  sum.facts += history.facts.length
  sum.differing += wrong.length
  sum.examples.push(...wrong.slice(0, 100 - sum.examples.length))
  if (mend && wrong.length > 0) {
    await keepInstead(db, wrong, history)
    sum.mended += wrong.length
  }
  return last
}

/** These tickets' events that the follower has read. */
async function readOf(db: Db, ids: readonly string[]): Promise<LoggedEvent[]> {
  const { rows } = await sql<LoggedEvent>`
    select e.seq, e.at, e.type, e.topic_id, e.actor_kind, e.payload
    from events e, (select lo, hi, seq from followers where name = ${followerName}) f
    where e.topic_id = any(${ids}::uuid[]) and e.type = any(${figuresFollower.hears as string[]}::text[])
      and (e.xid < f.lo or (e.xid < f.hi and e.seq <= f.seq))
    order by e.topic_id, e.seq`.execute(db)
  return rows
}

/** All that is kept of each ticket as one text, to be compared. */
function printsOf({ facts, stretches, moved }: History): Map<string, string> {
  const lines = new Map<string, string[]>()
  const add = (id: string, line: readonly unknown[]) => lines.set(id, [...(lines.get(id) ?? []), JSON.stringify(line)])
  for (const f of facts)
    add(f.ticketId, [f.kind, f.seq, f.at.getTime(), f.day, keyOf(f.dimensions), f.customerId, f.value, f.word, f.nth])
  for (const s of stretches) add(s.ticketId, [s.from, s.to, keyOf(s.dimensions), s.customerId])
  for (const [id, life] of moved) add(id, [keyOf(life.dimensions), life.customerId, life.openSince, life.seq])
  return new Map([...lines].map(([id, told]) => [id, told.sort().join('\n')]))
}

async function keptPrints(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const lines = new Map<string, string[]>()
  const add = (id: string, line: readonly unknown[]) => lines.set(id, [...(lines.get(id) ?? []), JSON.stringify(line)])
  const of = sql<string>`any(${[...ids]}::uuid[])`
  const facts = await db
    .selectFrom('facts as f')
    .innerJoin('figure_dimensions as d', 'd.id', 'f.dimension_id')
    .selectAll('f')
    .select('d.key')
    .where('f.ticket_id', '=', of)
    .execute()
  for (const f of facts)
    add(f.ticket_id, [f.kind, f.seq, f.at.getTime(), f.day, f.key, f.customer_id, f.value, f.word, f.nth])
  const stretches = await db
    .selectFrom('figure_stretches as s')
    .innerJoin('figure_dimensions as d', 'd.id', 's.dimension_id')
    .selectAll('s')
    .select('d.key')
    .where('s.ticket_id', '=', of)
    .execute()
  for (const s of stretches) add(s.ticket_id, [s.from_day, s.to_day, s.key, s.customer_id])
  const lives = await db
    .selectFrom('figure_lives as l')
    .innerJoin('figure_dimensions as d', 'd.id', 'l.dimension_id')
    .select(['l.ticket_id', 'l.customer_id', 'l.open_since', 'l.seq', 'd.key'])
    .where('l.ticket_id', '=', of)
    .execute()
  for (const l of lives) add(l.ticket_id, [l.key, l.customer_id, l.open_since, l.seq])
  return new Map([...lines].map(([id, told]) => [id, told.sort().join('\n')]))
}

async function keepInstead(db: Db, ids: readonly string[], all: History): Promise<void> {
  const of = sql<string>`any(${[...ids]}::uuid[])`
  await db.deleteFrom('facts').where('ticket_id', '=', of).execute()
  await db.deleteFrom('figure_stretches').where('ticket_id', '=', of).execute()
  await db.deleteFrom('figure_lives').where('ticket_id', '=', of).execute()
  const wrong = new Set(ids)
  await keepHistory(db, {
    facts: all.facts.filter(fact => wrong.has(fact.ticketId)),
    stretches: all.stretches.filter(stretch => wrong.has(stretch.ticketId)),
    moved: new Map([...all.moved].filter(([id]) => wrong.has(id))),
  })
}
