import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smsParts } from './sms-parts.ts'

const lengths = (text: string) => smsParts(text).map(part => part.length)

test.each([
  ['', []],
  ['好', [1]],
  ['好'.repeat(70), [70]],
  ['a'.repeat(70), [70]],
  ['好'.repeat(71), [67, 4]],
  ['好'.repeat(134), [67, 67]],
  ['好'.repeat(135), [67, 67, 1]],
  ['😀'.repeat(35), [70]],
  ['😀'.repeat(36), [66, 6]],
  [`${'好'.repeat(66)}😀好好好好`, [66, 6]],
  [`${'好'.repeat(65)}😀好好好好`, [67, 4]],
])('%s: %j', (text, expected) => {
  expect(lengths(text)).toEqual(expected)
})

test('whatever the text, its parts are the text, none is too long, and no letter is torn', () => {
  const letters = fc.oneof(
    fc.constantFrom('好', 'a', '😀', '👩‍👩‍👧‍👦', '\n'),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  )
  fc.assert(
    fc.property(
      fc.array(letters, { maxLength: 400 }).map(all => all.join('')),
      text => {
        const parts = smsParts(text)
        expect(parts.join('')).toBe(text)
        expect(parts.length === 0).toBe(text === '')
        expect(parts.length === 1).toBe(text.length >= 1 && text.length <= 70)
        const most = parts.length === 1 ? 70 : 67
        for (const [at, part] of parts.entries()) {
          expect(part.length).toBeLessThanOrEqual(most)
          expect(part.isWellFormed()).toBe(true)
          // Nothing is left free that would still have had room.
          if (at < parts.length - 1) expect(part.length).toBeGreaterThanOrEqual(most - 1)
        }
      },
    ),
  )
})

test('a longer text never has fewer parts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'grapheme' }), (text, more) => {
      expect(smsParts(text + more).length).toBeGreaterThanOrEqual(smsParts(text).length)
    }),
  )
})
