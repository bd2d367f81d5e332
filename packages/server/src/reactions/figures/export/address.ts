import { fill, type ReadInput, wordIn } from '@baton/contract'
import { addressOf } from '../../../kernel/ask-address.ts'
import type { Caller } from '../../../kernel/caller.ts'
import type { Reading } from '../../../kernel/kinds.ts'
import { invalidField } from '../../../kernel/problems.ts'
import { read } from '../../../kernel/read.ts'
import { mostRows } from '../../../kernel/workbook/index.ts'
import { dimensionOf, periodOf, type Selection, selectionOf } from '../asked.ts'
import { areMoreThan } from '../facts.ts'

export const exportPath = '/api/v1/figures.xlsx'

/** The question is checked now, so that a wrong one is told here and not by a broken download. */
export const exportRead = read('figures.export', async (reading, input) => {
  await checkAsked(reading, input)
  return { name: nameOf(input, reading.caller), url: addressOf(exportPath, input) }
})

export const nameOf = ({ from, to }: ReadInput<'figures.export'>, { locale }: Caller): string =>
  `${fill(wordIn(locale, 'figureSheet', 'file') ?? '', { from, to })}.xlsx`

/** Throws a 422 for what cannot be a workbook; answers what is to be counted. */
export async function checkAsked(reading: Reading, input: ReadInput<'figures.export'>): Promise<Selection> {
  const period = periodOf(input)
  const selection = selectionOf(reading, 'figures.export', input.where)
  dimensionOf(input.by, reading)
  const most = mostRows - 1
  if (input.figure && (await areMoreThan(reading, input.figure, period, selection, most)))
    throw invalidField('to', 'figures.rows', { most })
  return selection
}
