import { expect, test } from 'vitest'
import { readWidths, sized, type Widths } from './widths.ts'

test.each<[string, Widths, number | undefined, Widths]>([
  ['another width', { number: 90 }, 200, { number: 90, subject: 200 }],
  ['whole pixels', {}, 200.6, { subject: 201 }],
  ['not so narrow that nobody can take hold of it', {}, -40, { subject: 48 }],
  ['not wider than a screen', {}, 90_000, { subject: 1200 }],
  ['its natural one', { number: 90, subject: 200 }, undefined, { number: 90 }],
])('a column gets %s', (_, before, width, after) => {
  expect(sized(before, 'subject', width)).toEqual(after)
})

test.each([
  [{ v: { subject: 300 } }, { v: { subject: 300 } }],
  [{ v: { subject: '300', number: 2, tags: null, urgency: 1e9 } }, { v: {} }],
  [
    { v: [1], w: 'x' },
    { v: {}, w: {} },
  ],
  [[], {}],
  [null, {}],
  ['x', {}],
])('%j is kept', (kept, read) => {
  expect(readWidths(kept)).toEqual(read)
})
