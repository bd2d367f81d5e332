import type { TicketRecord } from '@baton/contract'
import { sql } from 'kysely'
import type { Reading } from '../../../kernel/kinds.ts'
import { cursorForms, cursorKey, read, toCursor } from '../../../kernel/read.ts'
import { type FoundPage, findTickets, matchOf, mostCounted } from '../../search/index.ts'
import { presentTickets } from '../present.ts'
import { inScope } from '../visible.ts'
import { conditionOf, matching } from '../where.ts'
import { hitsIn } from './hits.ts'
import { understand } from './understand.ts'

/** Tickets by their words, newest first, as far as the caller may see them and read what stands there. */
export const searchTickets = read('ticket.search', async (reading, input) => {
  const { wanted, condition } = understand(input.text, reading)
  const asked = conditionOf(input.where, reading)
  const after = cursorKey(input.cursor, [cursorForms.time, cursorForms.id])
  const match = matchOf(wanted, reading)
  const page = { after, limit: input.limit }
  if (!match && !condition) return { items: [], nextCursor: null, count: 0, isMore: false }
  const { grants } = reading.caller
  const isEverywhere = grants.may('ticket.get') === true && grants.may('ticket.search') === true && !condition && !asked
  const within = sql<boolean>`${inScope(reading)} and ${inScope(reading, 'ticket.search')}
    and ${matching(condition, reading)} and ${matching(asked, reading)}`
  const { found, count, isMore, next } = await (match
    ? findTickets(reading, match, isEverywhere ? undefined : within, page)
    : filtered(reading, within, page))
  const records = (await presentTickets(
    reading,
    found.map(({ id }) => id),
  )) as unknown as TicketRecord[]
  const levels = new Map(found.map(({ id, level }) => [id, level]))
  const shown = records.map(record => ({ record, level: levels.get(record.id) ?? 0 }))
  const hits = match ? await hitsIn(reading, match, shown) : []
  return {
    items: records.map((record, at) => ({ ...record, hits: hits[at] ?? [] })),
    nextCursor: next ? toCursor(next) : null,
    count,
    isMore,
  }
})

/** Filters alone: a list like any other. */
async function filtered(
  { db }: Reading,
  within: ReturnType<typeof sql<boolean>>,
  { after, limit }: { after: readonly string[] | undefined; limit: number },
): Promise<FoundPage> {
  const later = after ? sql`(t.created_at, t.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`
  const { rows } = await sql<{ id: string; at: string; level: number }>`
    select t.id, t.created_at::text as at, 0 as level from tickets t left join customers c on c.id = t.customer_id
    where ${within} and ${later} order by t.created_at desc, t.id desc limit ${limit + 1}`.execute(db)
  const counted = await sql<{ n: number }>`
    select count(*) as n from (select 1 from tickets t left join customers c on c.id = t.customer_id
      where ${within} limit ${mostCounted + 1}) capped`.execute(db)
  const n = counted.rows[0]?.n ?? 0
  const found = rows.slice(0, limit)
  const last = found.at(-1)
  return {
    found,
    count: Math.min(n, mostCounted),
    isMore: n > mostCounted,
    next: rows.length > limit && last ? [last.at, last.id] : undefined,
  }
}
