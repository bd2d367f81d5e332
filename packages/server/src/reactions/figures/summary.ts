import type { FigureDimension, FigureSet } from '@baton/contract'
import type { Reading } from '../../kernel/kinds.ts'
import { read } from '../../kernel/read.ts'
import { settings } from '../../records/settings/index.ts'
import { dimensionOf, periodOf, type Selection, selectionOf } from './asked.ts'
import { measure } from './measure.ts'
import { nameOf } from './names.ts'
import { comparedWith, type Period } from './period.ts'
import { asReport } from './report.ts'
import { figureSetOf } from './set.ts'

export interface Asked extends Period {
  where?: unknown
  compare: 'none' | 'previous' | 'year'
  by?: FigureDimension | undefined
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
  const now = await measure(reading.db, period, selection, key)
  const then = before && (await measure(reading.db, before, selection, key))
  return {
    ...period,
    zone: reading.picture.of(settings).timezone,
    compare: before,
    total: now.whole,
    previous: then?.whole ?? null,
    by: by ?? null,
    groups: by ? groupsOf(by, now.groups, then?.groups ?? null, reading) : [],
  }
}

const nothing = figureSetOf([], [], 0)

type Sets = ReadonlyMap<string | null, FigureSet>

/** Largest first. */
function groupsOf(by: FigureDimension, now: Sets, then: Sets | null, reading: Reading): Group[] {
  const groups = [...new Set([...now.keys(), ...(then?.keys() ?? [])])].map(key => ({
    key,
    name: nameOf(by, key, reading),
    figures: now.get(key) ?? nothing,
    previous: then && (then.get(key) ?? nothing),
  }))
  return groups.sort((a, b) => weight(b) - weight(a) || compareText(a.name, b.name))
}

const weight = ({ figures }: Group): number => figures.created + figures.solved + figures.backlog
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
