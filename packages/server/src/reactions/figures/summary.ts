import { type FigureBy, type FigureSet, mostCustomers, promiseKinds } from '@baton/contract'
import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { Reading } from '../../kernel/kinds.ts'
import { read } from '../../kernel/read.ts'
import type { Field } from '../../records/fields/index.ts'
import { settings } from '../../records/settings/index.ts'
import { dimensionOf, periodOf, type Selection, selectionOf } from './asked.ts'
import { type Measured, measure } from './measure.ts'
import { namesOf } from './names.ts'
import { answersIn, severalIn } from './own.ts'
import { comparedWith, type Period } from './period.ts'
import { asReport } from './report.ts'
import { figureSetOf } from './set.ts'

export interface Asked extends Period {
  where?: unknown
  compare: 'none' | 'previous' | 'year'
  by?: FigureBy | undefined
}

export interface Group {
  key: string | null
  name: string
  figures: FigureSet
  previous: FigureSet | null
}

/** All figures of a stretch of days, whole and apart. */
export const summary = read('figures.summary', async (reading, input) => ({
  ...(await asReport(reading, report =>
    summaryOf(report, input, selectionOf(reading, 'figures.summary', input.where)),
  )),
}))

export async function summaryOf(reading: Reading, { from, to, compare, by }: Asked, selection: Selection) {
  const period = periodOf({ from, to })
  const before = compare === 'none' ? null : comparedWith(period, compare)
  const key = by && dimensionOf(by, reading)
  const apart = await apartOf(by, reading, period, selection)
  const measured = async (of: Period): Promise<Measured> => {
    const { whole, groups } = await measure(reading.db, of, apart, key)
    return { groups, whole: apart === selection ? whole : (await measure(reading.db, of, selection)).whole }
  }
  const now = await measured(period)
  const then = before && (await measured(before))
  return {
    ...period,
    zone: reading.picture.of(settings).timezone,
    compare: before,
    total: now.whole,
    previous: then?.whole ?? null,
    by: by ?? null,
    groups: by ? await groupsOf(by, now.groups, then?.groups ?? null, reading) : [],
  }
}

/** What is told apart; the selection itself where the groups together are the whole. */
async function apartOf(
  by: FigureBy | undefined,
  reading: Reading,
  period: Period,
  selection: Selection,
): Promise<Selection> {
  if (by === 'customer') return largestCustomers(reading.db, period, selection)
  if (by === 'policy') return promisesOf(selection)
  const several = severalIn(by, reading)
  return several ? underEachAnswer(several, selection) : selection
}

/** Who gives several answers stands under each of them. */
const underEachAnswer = (field: Field, { where, joined }: Selection): Selection => ({
  where,
  joined: key => (key ? sql`${joined(key)} ${answersIn(field)}` : joined()),
})

/** Only a promise has a policy: all else would stand there as if it had none. */
const promisesOf = ({ where, joined }: Selection): Selection => ({
  joined,
  where: sql<boolean>`(${where} and f.kind = any(${[...promiseKinds]}::text[]))`,
})

/** A hundred thousand customers are no table: only those who raised most are told apart. */
async function largestCustomers(db: Db, { from, to }: Period, { where, joined }: Selection): Promise<Selection> {
  const { rows } = await sql<{ id: string }>`
    select f.customer_id as id from facts f ${joined()}
    where f.kind = 'created' and f.day >= ${from}::date and f.day <= ${to}::date and f.customer_id is not null and ${where}
    group by 1 order by count(*) desc, 1 limit ${mostCustomers}`.execute(db)
  const ids = rows.map(({ id }) => id)
  return { joined, where: sql<boolean>`(${where} and f.customer_id = any(${ids}::uuid[]))` }
}

const nothing = figureSetOf([], [], undefined, 0)

type Sets = ReadonlyMap<string | null, FigureSet>

/** Largest first. */
async function groupsOf(by: FigureBy, now: Sets, then: Sets | null, reading: Reading): Promise<Group[]> {
  const keys = [...new Set([...now.keys(), ...(then?.keys() ?? [])])]
  const named = await namesOf(by, keys, reading)
  const groups = keys.map(key => ({
    key,
    name: named(key),
    figures: now.get(key) ?? nothing,
    previous: then && (then.get(key) ?? nothing),
  }))
  return groups.sort((a, b) => weight(b) - weight(a) || compareText(a.name, b.name))
}

/** Where nothing is created, as apart by policy, by what was promised. */
const weight = ({ figures }: Group): number => figures.created + figures.solved + figures.backlog || figures.overdue.of
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
