import { type FigureSet, type FigureUnit, factKinds } from '@baton/contract'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { Selection } from './asked.ts'
import type { Period } from './period.ts'
import { type Counted, figureSetOf, type Spread } from './set.ts'
import { type TicketsOfKey, ticketsBy } from './tickets.ts'

export interface Measured {
  whole: FigureSet
  /** By key; null for what has none. Empty without a key. */
  groups: Map<string | null, FigureSet>
}

/** The figures of a period, whole and, with a key of the dimensions, apart. */
export async function measure(db: Db, period: Period, selection: Selection, by?: Key): Promise<Measured> {
  const key = by ?? nothing
  const counted = await countedBy(db, period, selection, key, by)
  const spreads = await spreadsBy(db, period, selection, by)
  const tickets = await ticketsBy(db, period, selection, key, by)
  const backlog = await backlogBy(db, period.to, selection, key, by)
  const whole = spreads.filter(spread => spread.whole)
  const lying = backlog.reduce((sum, { n }) => sum + n, 0)
  const behind = tickets.find(row => row.whole)
  if (!by) return { whole: figureSetOf(counted, whole, behind, lying), groups: new Map() }
  const keys = new Set([...counted, ...backlog].map(row => row.key))
  const of = <R extends { key: string | null }>(rows: readonly R[]) => Map.groupBy(rows, row => row.key)
  const countedOf = of(counted)
  const spreadOf = of(spreads.filter(isApart))
  const ticketsOf = byKey(tickets)
  const lyingOf = new Map(backlog.map(row => [row.key, row.n]))
  const groups = [...keys].map(
    name =>
      [
        name,
        figureSetOf(countedOf.get(name) ?? [], spreadOf.get(name) ?? [], ticketsOf.get(name), lyingOf.get(name) ?? 0),
      ] as const,
  )
  return { whole: figureSetOf(counted, whole, behind, lying), groups: new Map(groups) }
}

const isApart = ({ whole }: { whole: boolean }): boolean => !whole

const byKey = (tickets: readonly TicketsOfKey[]) => new Map(tickets.filter(isApart).map(row => [row.key, row]))

/** The same for each bucket, by its first day: figures from the days' facts, the backlog as it lay at each bucket's end. */
export async function measureOverTime(
  db: Db,
  period: Period,
  selection: Selection,
  unit: FigureUnit,
  buckets: readonly { start: string; to: string }[],
): Promise<FigureSet[]> {
  const key: Key = unit === 'day' ? sql`f.day` : sql`date_trunc(${unit}, f.day::timestamp)::date`
  const counted = Map.groupBy(await countedBy(db, period, selection, key), row => row.key)
  const spreads = await spreadsBy(db, period, selection, key, selection.joined())
  const tickets = await ticketsBy(db, period, selection, key)
  const spreadsOf = Map.groupBy(spreads.filter(isApart), row => row.key)
  const ticketsOf = byKey(tickets)
  const backlog = await backlogOverTime(db, period, selection, buckets)
  return buckets.map(({ start, to }) =>
    figureSetOf(counted.get(start) ?? [], spreadsOf.get(start) ?? [], ticketsOf.get(start), backlog.get(to) ?? 0),
  )
}

/** A column to tell facts apart by; made text only once they are summed. */
type Key = RawBuilder<unknown>
const nothing: Key = sql`null::text`

const among = ({ from, to }: Period) => sql`f.day >= ${from}::date and f.day <= ${to}::date`

/** One walk over the index of the days; every sum is made of these few rows. */
async function countedBy(
  db: Db,
  period: Period,
  { where, joined }: Selection,
  key: Key,
  needs?: Key,
): Promise<(Counted & { key: string | null })[]> {
  const { rows } = await sql<Counted & { key: string | null }>`
    select g.key::text as key, g.kind, g.word, g.first, g.score, g.n from (
      select ${key} as key, f.kind, f.word, f.nth = 1 as first, case when f.kind = 'rated' then f.value end as score,
        count(*) as n
      from facts f ${joined(needs)}
      where f.kind = any(${[...factKinds]}::text[]) and ${among(period)} and ${where} group by 1, 2, 3, 4, 5
    ) g`.execute(db)
  return rows
}

/** How long responses and solutions took: of the whole, and of each key. */
async function spreadsBy(
  db: Db,
  period: Period,
  { where, joined }: Selection,
  key?: Key,
  join = joined(key),
): Promise<(Spread & { key: string | null; whole: boolean })[]> {
  const by = key ? sql`grouping sets ((f.kind), (f.kind, f.key))` : sql`f.kind`
  const { rows } = await sql<Spread & { key: string | null; whole: boolean }>`
    select g.key::text as key, g.whole, g.kind, g.count, g.at[1] as median, g.at[2] as p90, g.average from (
      select ${key ? sql`f.key` : nothing} as key, ${key ? sql`grouping(f.key) = 1` : sql`true`} as whole, f.kind,
        count(*) as count, percentile_cont(array[0.5, 0.9]) within group (order by f.value) as at, avg(f.value)::float8 as average
      from (
        select f.kind, f.value, ${key ?? nothing} as key from facts f ${join}
        where f.kind = any(${['responded', 'solved']}::text[]) and f.value is not null and ${among(period)} and ${where}
      ) f group by ${by}
    ) g`.execute(db)
  return rows
}

async function backlogBy(db: Db, day: string, { where, joined }: Selection, key: Key, needs?: Key) {
  const { rows } = await sql<{ key: string | null; n: number }>`
    select g.key::text as key, g.n from (
      select ${key} as key, count(*) as n from ${lying(day)} f ${joined(needs)}
      where f.from_day <= ${day}::date and ${where} group by 1
    ) g`.execute(db)
  return rows
}

async function backlogOverTime(
  db: Db,
  { from, to }: Period,
  { where, joined }: Selection,
  buckets: readonly { to: string }[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ day: string; n: number }>`
    with lying as materialized (
      select f.from_day, f.to_day, count(*) as n from ${lying(from)} f ${joined()}
      where f.from_day <= ${to}::date and ${where} group by 1, 2
    )
    select day, coalesce((select sum(n) from lying where from_day <= day and to_day > day), 0)::bigint as n
    from unnest(${buckets.map(bucket => bucket.to)}::date[]) day`.execute(db)
  return new Map(rows.map(row => [row.day, row.n]))
}

/** Stretches that were not over at the end of a day: those of the past, and what is open now. */
export const lying = (day: string) => sql`(
  select ticket_id, from_day, to_day, dimension_id, customer_id, 'backlog' as kind, null::int as value,
    null::text as word
  from figure_stretches where to_day > ${day}::date
  union all
  select ticket_id, open_since, 'infinity'::date, dimension_id, customer_id, 'backlog', null::int, null::text
  from figure_lives where open_since is not null
)`
