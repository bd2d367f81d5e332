import { type FigureName, fieldText, wordIn } from '@baton/contract'
import type { Reading } from '../../../kernel/kinds.ts'
import type { Cell, Sheet } from '../../../kernel/workbook/index.ts'
import { wordingOf } from '../../../records/fields/index.ts'
import { settings } from '../../../records/settings/index.ts'
import { periodOf, type Selection } from '../asked.ts'
import { type FactRow, factRecord, factsOf } from '../facts.ts'
import { nameOf } from '../names.ts'
import { nameFor, ownFields } from '../own.ts'
import type { Period } from '../period.ts'
import { said } from './column.ts'

/** What a number counted, newest first, read page by page while the workbook is taken. */
export function factSheet(reading: Reading, period: Period, figure: FigureName, selection: Selection): Sheet {
  const { locale } = reading.caller
  const word = (key: string) => said(locale, 'figureSheet', key)
  const dimension = (key: string) => said(locale, 'figureDimension', key)
  const { timezone: zone } = reading.picture.of(settings)
  return {
    name: word('facts'),
    columns: [
      { header: word('at'), holds: 'time', zone, width: 20 },
      { header: word('kind'), holds: 'text', width: 12 },
      { header: word('number'), holds: 'text', width: 18 },
      { header: word('subject'), holds: 'text', width: 40 },
      { header: word('seconds'), holds: 'duration', width: 12 },
      { header: word('rating'), holds: 'count', width: 8 },
      { header: word('word'), holds: 'text', width: 12 },
      { header: dimension('department'), holds: 'text', width: 16 },
      { header: dimension('person'), holds: 'text', width: 12 },
      { header: dimension('category'), holds: 'text', width: 24 },
      { header: dimension('channel'), holds: 'text', width: 12 },
      { header: dimension('requestType'), holds: 'text', width: 12 },
      { header: dimension('urgency'), holds: 'text', width: 10 },
      { header: dimension('policy'), holds: 'text', width: 16 },
      ...ownFields(reading).map(field => ({ header: nameFor(field, locale), holds: 'text' as const, width: 16 })),
    ],
    rows: pages(reading, period, figure, selection),
  }
}

const pageSize = 1000

async function* pages(
  reading: Reading,
  period: Period,
  figure: FigureName,
  selection: Selection,
): AsyncGenerator<Cell[]> {
  let after: string[] | undefined
  for (;;) {
    const rows = await factsOf(reading, figure, periodOf(period), selection, pageSize, after)
    for (const row of rows) yield cellsOf(row, reading)
    after = rows.at(-1)?.key
    if (rows.length < pageSize || !after) return
  }
}

function cellsOf(row: FactRow, reading: Reading): Cell[] {
  const { locale } = reading.caller
  const fact = factRecord(row, reading)
  const named = (by: 'channel' | 'requestType' | 'urgency', key: string | null) => key && nameOf(by, key, reading)
  return [
    row.at,
    said(locale, 'fact', fact.kind),
    fact.ticket?.number ?? null,
    fact.ticket?.subject ?? null,
    fact.seconds,
    fact.score,
    fact.word && (wordIn(locale, 'factWord', fact.word) ?? fact.word),
    fact.department,
    fact.assignee,
    fact.category,
    named('channel', fact.channel),
    named('requestType', fact.requestType),
    named('urgency', fact.urgency),
    fact.policy,
    ...ownFields(reading).map(field => fieldText(field, fact.fields[field.key], wordingOf(reading)) || null),
  ]
}
