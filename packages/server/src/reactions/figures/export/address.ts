import { fill, type ReadInput, wordIn } from '@baton/contract'
import type { Caller } from '../../../kernel/caller.ts'
import { read } from '../../../kernel/read.ts'
import { periodOf, selectionOf } from '../asked.ts'

export const exportPath = '/api/v1/figures.xlsx'

/** The question is checked now, so that a wrong one is told here and not by a broken download. */
export const exportRead = read('figures.export', async (reading, input) => {
  periodOf(input)
  selectionOf(reading, 'figures.export', input.where)
  const ask = Buffer.from(JSON.stringify(input)).toString('base64url')
  return { name: nameOf(input, reading.caller), url: `${exportPath}?ask=${ask}` }
})

export const nameOf = ({ from, to }: ReadInput<'figures.export'>, { locale }: Caller): string =>
  `${fill(wordIn(locale, 'figureSheet', 'file') ?? '', { from, to })}.xlsx`
