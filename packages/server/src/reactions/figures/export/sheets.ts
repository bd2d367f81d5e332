import { type FigureName, type FigureSet, fill, type ReadInput, targetsOf } from '@baton/contract'
import type { Reading } from '../../../kernel/kinds.ts'
import type { Cell, Column, Sheet } from '../../../kernel/workbook/index.ts'
import { settings } from '../../../records/settings/index.ts'
import { periodOf, type Selection } from '../asked.ts'
import { dimensionName } from '../names.ts'
import { severalIn } from '../own.ts'
import { comparedWith } from '../period.ts'
import { asReport } from '../report.ts'
import { bucketsMeasured } from '../series.ts'
import { summaryOf } from '../summary.ts'
import { type FigureColumn, fitting, said } from './column.ts'
import { figureColumns } from './columns.ts'
import { factSheet } from './fact-sheet.ts'
import { promiseColumns } from './promise-columns.ts'

type Input = ReadInput<'figures.export'>

/** The overview, over time, apart by a dimension; with a figure's name also what that number counted. */
export async function sheetsOf(reading: Reading, input: Input, selection: Selection): Promise<Sheet[]> {
  const before = input.compare === 'none' ? null : comparedWith(periodOf(input), input.compare)
  const [summary, buckets] = await asReport(reading, async report => [
    await summaryOf(report, input, selection),
    await bucketsMeasured(report, periodOf(input), input.unit, selection),
  ])
  const { locale } = reading.caller
  const word = (key: string) => said(locale, 'figureSheet', key)
  const targets = targetsOf(summary.previous ? [summary.total, summary.previous] : [summary.total])
  const figures = figureColumns(locale, targets)
  const dimension = dimensionName(input.by, reading)

  const overview: Sheet = {
    name: word('summary'),
    columns: [
      { header: word('figure'), holds: 'text', width: 34 },
      { header: word('value'), holds: 'any', width: 16 },
      ...(before ? [{ header: word('before'), holds: 'any' as const, width: 16 }] : []),
    ],
    rows: [
      [word('from'), day(input.from), day(before?.from)],
      [word('to'), day(input.to), day(before?.to)],
      [word('zone'), reading.picture.of(settings).timezone, null],
      ...figures.map(({ header, holds, of }): Cell[] => [
        header,
        { holds, value: of(summary.total) },
        summary.previous && { holds, value: of(summary.previous) },
      ]),
    ],
  }
  const overTime: Sheet = {
    name: word('series'),
    columns: [
      { header: word('start'), holds: 'date', width: 12 },
      { header: word('end'), holds: 'date', width: 12 },
      ...figures.map(columnOf),
    ],
    rows: buckets.map(({ from, to, figures: set }) => [from, to, ...cellsOf(set, figures)]),
  }
  const known = input.by === 'policy' ? promiseColumns(locale, targets) : figures
  const apart: Sheet = {
    name: fill(word('by'), { dimension }),
    columns: [{ header: dimension, holds: 'text', width: 24 }, ...known.map(columnOf)],
    rows: [
      ...summary.groups.map(({ name, figures: set }) => [name, ...cellsOf(set, known)]),
      [word('total'), ...cellsOf(summary.total, known)],
      ...(severalIn(input.by, reading) ? [[word('eachAnswer'), ...known.map(() => null)]] : []),
    ],
  }
  const opened: FigureName | undefined = input.figure
  return [overview, overTime, apart, ...(opened ? [factSheet(reading, input, opened, selection)] : [])]
}

const columnOf = ({ header, holds }: FigureColumn): Column => fitting({ header, holds })
const cellsOf = (set: FigureSet, columns: readonly FigureColumn[]): Cell[] => columns.map(({ of }) => of(set))

const day = (value: string | undefined): Cell => (value === undefined ? null : { holds: 'date', value })
