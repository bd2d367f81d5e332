import { type RawBuilder, sql } from 'kysely'
import type { Reading } from '../../kernel/kinds.ts'
import { expected } from './common.ts'
import type { Match } from './match.ts'
import { sliceLexeme } from './sources.ts'
import { anyOf, quoted } from './word.ts'

export interface Found {
  id: string
  /** As PostgreSQL writes it. */
  at: string
  /** Which of the match's levels it may be read at. */
  level: number
}

export interface FoundPage {
  found: Found[]
  /** How many there are, up to `mostCounted`; `isMore` when there are, or may be, more. */
  count: number
  isMore: boolean
  /** Where the next page begins, exclusive; undefined at the end. */
  next: [at: string, id: string] | undefined
}

export const mostCounted = 1000
/** Where the index alone tells what matches, and where texts must be looked at. */
interface ByCost {
  told: number
  looked: number
}
/** What one question may cost. */
export interface Bounds {
  /** Tickets in which a word may stand and all are still looked at; of a word that stands in more the newest are looked for. */
  sample: ByCost
  /** Slices of the newest stretch. */
  near: ByCost
  /** How many slices are looked through at once after it, one stretch after the other. */
  reach: readonly number[]
}
const usual: Bounds = { sample: { told: 8000, looked: 2000 }, near: { told: 8, looked: 2 }, reach: [8, 16, 32, 36] }

/** The last one shown before, as [at, id], and how many are wanted. */
interface Page {
  after: readonly string[] | undefined
  limit: number
}

/**
 * The newest tickets that match, over `tickets t left join customers c`, where `within` holds (everywhere without it).
 * The newest stretch of time is looked through first, which is all of a small desk. A word that is rare there is answered
 * from all tickets in which it stands; one that stands in many by going back in time, so far and no further: then the
 * page may be shorter than asked for, and its end leads on.
 */
export async function findTickets(
  reading: Reading,
  match: Match,
  within: RawBuilder<boolean> | undefined,
  page: Page,
  bounds: Bounds = usual,
): Promise<FoundPage> {
  const { after, limit } = page
  const { reach } = bounds
  const cost = isTold(match, within) ? 'told' : 'looked'
  const [near, sample] = [bounds.near[cost], bounds.sample[cost]]
  const slices = await slicesBefore(reading, after, reach.reduce((sum, size) => sum + size, near) + 1)
  const newest = await inStretch(reading, match, within, page, slices.slice(0, near))
  const isAll = slices.length <= near
  if (isAll || newest.found.length > limit)
    return { ...pageOf(newest.found, limit, undefined), ...capped(newest.count, after !== undefined || !isAll) }
  // So many that it is not worth while to count them.
  const isCommon = (newest.candidates * slices.length) / near > 4 * sample || (await expected(reading, match)) > sample
  const rare = isCommon ? undefined : await everywhere(reading, match, within, page, sample)
  if (rare) return { ...pageOf(rare.found, limit, undefined), ...capped(rare.count, false) }
  const all = await further(reading, match, within, page, { slices, near, reach, found: newest.found })
  return { ...all, ...capped(Math.max(newest.count, all.found.length), true) }
}

const capped = (count: number, isMore: boolean) => ({
  count: Math.min(count, mostCounted),
  isMore: isMore || count > mostCounted,
})

/** All tickets in which the words stand and how many match, when they are few; undefined when they are many. */
async function everywhere(
  { db }: Reading,
  match: Match,
  within: RawBuilder<boolean> | undefined,
  { after, limit }: Page,
  sample: number,
): Promise<{ found: Found[]; count: number } | undefined> {
  const later = after ? sql`(created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`
  const { rows } = await sql<Partial<Found> & { candidates: number; count: number }>`
    with candidates as materialized (
      select ticket_id, created_at from ticket_words where words @@ ${match.query}::tsquery limit ${sample + 1}
    ), matched as materialized (
      ${matching(match, within, sql`(select count(*) from candidates) <= ${sample}`)}
    )
    select (select count(*) from candidates) as candidates, (select count(*) from matched) as count, m.*
    from (select 1) one left join (
      select id, created_at::text as at, level from matched where ${later}
      order by matched.created_at desc, id desc limit ${limit + 1}) m on true`.execute(db)
  if ((rows[0]?.candidates ?? 0) > sample) return undefined
  const found = rows.flatMap(({ id, at, level }) => (id && at ? [{ id, at, level: level ?? 0 }] : []))
  return { found, count: rows[0]?.count ?? 0 }
}

/** Whether the index alone tells what matches: no text, no ticket need be looked at. */
const isTold = (match: Match, within: RawBuilder<boolean> | undefined): boolean => within === undefined && match.isExact

/** Those of the candidates `k` that match and of which `also` holds. Where every one matches, they are all there is to see. */
function matching(
  match: Match,
  within: RawBuilder<boolean> | undefined,
  also: RawBuilder<boolean>,
): RawBuilder<unknown> {
  if (isTold(match, within))
    return sql`select k.ticket_id as id, k.created_at, 0 as level from candidates k where ${also}`
  return sql`
    select t.id, t.created_at, ${match.level} as level
    from candidates k join ticket_words w on w.ticket_id = k.ticket_id join tickets t on t.id = k.ticket_id
    left join customers c on c.id = t.customer_id
    where ${also} and ${within ?? sql`true`} and ${match.holds}`
}

/**
 * The same as a condition for lists in another order, over `tickets t left join customers c`: the few tickets by their
 * ids, or, of words that stand in many, a look at each.
 */
export async function isMatching({ db }: Reading, match: Match): Promise<RawBuilder<boolean>> {
  const { rows } = await sql<{ ticket_id: string }>`
    select ticket_id from ticket_words where words @@ ${match.query}::tsquery limit ${usual.sample.looked + 1}`.execute(
    db,
  )
  const few = rows.length > usual.sample.looked ? sql`true` : sql`t.id = any(${rows.map(row => row.ticket_id)}::uuid[])`
  return sql`(${few} and exists (select 1 from ticket_words w
    where w.ticket_id = t.id and w.words @@ ${match.query}::tsquery and ${match.holds}))`
}

interface Slice {
  slice: number
  from_at: string
}

/** One more than the page needs of a stretch of time, the newest first, and how many there are in all of it. */
async function inStretch(
  { db }: Reading,
  match: Match,
  within: RawBuilder<boolean> | undefined,
  { after, limit }: Page,
  stretch: readonly Slice[],
): Promise<{ found: Found[]; count: number; candidates: number }> {
  if (stretch.length === 0) return { found: [], count: 0, candidates: 0 }
  const query = `${anyOf(stretch.map(({ slice }) => quoted(sliceLexeme(slice))))} & ${match.query}`
  const later = after
    ? sql<boolean>`(k.created_at, k.ticket_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql<boolean>`true`
  const { rows } = await sql<Partial<Found> & { candidates: number; count: number }>`
    with candidates as materialized (select ticket_id, created_at from ticket_words where words @@ ${query}::tsquery),
    matched as materialized (${matching(match, within, later)})
    select (select count(*) from candidates) as candidates, (select count(*) from matched) as count, m.*
    from (select 1) one left join (
      select id, created_at::text as at, level from matched
      order by matched.created_at desc, id desc limit ${limit + 1}) m on true`.execute(db)
  const found = rows.flatMap(({ id, at, level }) => (id && at ? [{ id, at, level: level ?? 0 }] : []))
  return { found, count: rows[0]?.count ?? 0, candidates: rows[0]?.candidates ?? 0 }
}

/** Stretch by stretch back in time; the stretches grow, for what is rarer than it seemed. */
async function further(
  reading: Reading,
  match: Match,
  within: RawBuilder<boolean> | undefined,
  { after, limit }: Page,
  { slices, near, reach, found }: Pick<Bounds, 'reach'> & { slices: readonly Slice[]; near: number; found: Found[] },
): Promise<Pick<FoundPage, 'found' | 'next'>> {
  let at = near
  for (const size of reach) {
    const stretch = slices.slice(at, at + size)
    if (stretch.length === 0 || found.length > limit) break
    at += stretch.length
    const more = await inStretch(reading, match, within, { after, limit: limit - found.length }, stretch)
    found.push(...more.found)
  }
  const end = slices[at - 1]
  return pageOf(found, limit, at < slices.length && end ? [end.from_at, lowestId] : undefined)
}

/** Below every id: what comes after it is older. */
const lowestId = '00000000-0000-0000-0000-000000000000'

async function slicesBefore({ db }: Reading, after: Page['after'], most: number): Promise<Slice[]> {
  const { rows } = await sql<Slice>`
    select slice, from_at::text from word_slices where (from_at, ${lowestId}::uuid) < (${after?.[0] ?? 'infinity'}::timestamptz, ${after?.[1] ?? lowestId}::uuid)
    order by from_at desc limit ${most}`.execute(db)
  return rows
}

function pageOf(found: Found[], limit: number, end: FoundPage['next']): Pick<FoundPage, 'found' | 'next'> {
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return { found: shown, next: found.length > limit && last ? [last.at, last.id] : end }
}
