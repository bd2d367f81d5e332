import type { FigureSet, FigureUnit } from '@baton/contract'
import type { Reading } from '../../kernel/kinds.ts'
import { read } from '../../kernel/read.ts'
import { settings } from '../../records/settings/index.ts'
import { periodOf, type Selection, selectionOf } from './asked.ts'
import { measureOverTime } from './measure.ts'
import { bucketsOf, comparedWith, type Period } from './period.ts'
import { asReport } from './report.ts'
import { figureSetOf } from './set.ts'

export interface Measured extends Period {
  figures: FigureSet
}

/** The figures day by day, or by week, month or year; every bucket is there, those without facts too. */
export const series = read('figures.series', async (reading, { from, to, where, compare, unit }) => {
  const period = periodOf({ from, to })
  const selection = selectionOf(reading, 'figures.series', where)
  const before = compare === 'none' ? null : comparedWith(period, compare)
  return asReport(reading, async report => ({
    unit,
    zone: reading.picture.of(settings).timezone,
    buckets: await bucketsMeasured(report, period, unit, selection),
    previous: before && (await bucketsMeasured(report, before, unit, selection)),
  }))
})

export async function bucketsMeasured(
  reading: Reading,
  period: Period,
  unit: FigureUnit,
  selection: Selection,
): Promise<Measured[]> {
  const buckets = bucketsOf(period, unit)
  const sets = await measureOverTime(reading.db, period, selection, unit, buckets)
  return buckets.map(({ from, to }, at) => ({ from, to, figures: sets[at] ?? nothing }))
}

const nothing = figureSetOf([], [], undefined, 0)
