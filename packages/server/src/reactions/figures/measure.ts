import type { FigureSet, FigureUnit } from '@baton/contract'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { Selection } from './asked.ts'
import type { Period } from './period.ts'
import { figureSetOf, type Sums } from './set.ts'

const all = sql<string | null>`null::text`

/** The figures of a period, apart by a key of the dimensions; with no key all as one, under null. */
export async function measure(
  db: Db,
  { from, to }: Period,
  { where, joined }: Selection,
  by?: RawBuilder<string | null>,
): Promise<Map<string | null, FigureSet>> {
  const key = by ?? all
  const { rows } = await sql<Sums & { key: string | null }>`
    select ${key} as key, ${sums}
    from facts f ${joined(by)}
    where f.kind = any(${counted}::text[]) and f.day >= ${from}::date and f.day <= ${to}::date and ${where}
    group by 1`.execute(db)
  const { rows: left } = await sql<{ key: string | null; n: number }>`
    select ${key} as key, count(*) as n from ${lying(to)} f ${joined(by)}
    where f.from_day <= ${to}::date and ${where} group by 1`.execute(db)
  const backlog = new Map(left.map(row => [row.key, row.n]))
  const found = new Map(rows.map(row => [row.key, row]))
  const named = new Set([...found.keys(), ...backlog.keys()])
  return new Map([...named].map(name => [name, figureSetOf(found.get(name), backlog.get(name) ?? 0)]))
}

/** The same for each bucket, by its first day: figures from the days' facts, the backlog as it lay at each bucket's end. */
export async function measureOverTime(
  db: Db,
  { from, to }: Period,
  { where, joined }: Selection,
  unit: FigureUnit,
  ends: readonly string[],
): Promise<{ sums: Map<string, Sums>; backlog: Map<string, number> }> {
  const { rows } = await sql<Sums & { start: string }>`
    select date_trunc(${unit}, f.day::timestamp)::date as start, ${sums}
    from facts f ${joined()}
    where f.kind = any(${counted}::text[]) and f.day >= ${from}::date and f.day <= ${to}::date and ${where}
    group by 1`.execute(db)
  const { rows: left } = await sql<{ day: string; n: number }>`
    with lying as materialized (
      select f.from_day, f.to_day, count(*) as n
      from ${lying(from)} f ${joined()}
      where f.from_day <= ${to}::date and ${where} group by 1, 2
    )
    select day, coalesce((select sum(n) from lying where from_day <= day and to_day > day), 0)::bigint as n
    from unnest(${ends}::date[]) day`.execute(db)
  return { sums: new Map(rows.map(row => [row.start, row])), backlog: new Map(left.map(row => [row.day, row.n])) }
}

/** Stretches that were not over at the end of a day: those of the past, and what is open now. */
export const lying = (day: string) => sql`(
  select ticket_id, from_day, to_day, dimension_id, customer_id, 'backlog' as kind, null::int as value
  from figure_stretches where to_day > ${day}::date
  union all
  select ticket_id, open_since, 'infinity'::date, dimension_id, customer_id, 'backlog', null::int
  from figure_lives where open_since is not null
)`

const counted = [
  'created',
  'solved',
  'closed',
  'cancelled',
  'forceEnded',
  'responded',
  'breached',
  'assigned',
  'rated',
  'asked',
  'reopened',
  'followedUp',
  'transferred',
  'returned',
  'urged',
]

const many = (kind: string) => sql`count(*) filter (where f.kind = ${kind})`
const first = (kind: string) => sql`count(*) filter (where f.kind = ${kind} and f.nth = 1)`
const worded = (kind: string, word: string) => sql`count(*) filter (where f.kind = ${kind} and f.word = ${word})`
const spread = (kind: string) => sql`json_build_object(
  'count', count(f.value) filter (where f.kind = ${kind}),
  'median', percentile_cont(0.5) within group (order by f.value) filter (where f.kind = ${kind}),
  'p90', percentile_cont(0.9) within group (order by f.value) filter (where f.kind = ${kind}),
  'average', avg(f.value) filter (where f.kind = ${kind}))`
const scored = (score: number) => sql`count(*) filter (where f.kind = 'rated' and f.value = ${score})`

/** One walk over the facts of the days sums everything. */
const sums = sql`${many('created')} as created, ${many('solved')} as solved, ${first('solved')} as solved_first,
  ${many('closed')} as closed, count(*) filter (where f.kind in ('cancelled', 'forceEnded')) as ended,
  ${spread('responded')} as response, ${spread('solved')} as handling,
  ${many('breached')} as breached, ${worded('responded', 'kept')} as kept,
  ${many('assigned')} as assigned, ${worded('assigned', 'manual')} as manual, ${worded('assigned', 'claim')} as claimed,
  ${worded('assigned', 'auto')} as automatic, ${many('asked')} as asked,
  array[${sql.join([1, 2, 3, 4, 5].map(scored))}]::int[] as scores,
  ${many('reopened')} as reopenings, ${first('reopened')} as reopened, ${many('followedUp')} as followed_up,
  ${many('transferred')} as transferred, ${many('returned')} as returned,
  ${many('urged')} as urges, ${first('urged')} as urged`
