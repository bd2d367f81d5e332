import { parseCondition, ticketCatalogue } from '@baton/contract'
import { expect, test } from 'vitest'
import { lengthOf, lengthText, lengthUnits } from './length.ts'

test.each(lengthUnits)('a length in %s is a duration of the language, and is read back', unit => {
  for (const count of [1, 7, 90]) {
    const text = lengthText({ count, unit })
    const asked = { field: 'createdAt', op: 'withinLast', value: text }
    expect(parseCondition(asked, ticketCatalogue)).toEqual({ condition: asked })
    expect(lengthOf(text)).toEqual({ count, unit })
  }
})

test.each(['', 'P', 'PT', 'P1DT2H', 'P-1D', '7D', '$now', '2026-11-28', 'PXD'])('%s has no single length', text => {
  expect(lengthOf(text)).toBeUndefined()
})
