import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from './fold.ts'

test.each([
  ['VIP', 'vip', 'lower case'],
  ['ＶＩＰ　１２３', 'vip 123', 'full width'],
  ['，。！', ',。!', 'full-width punctuation'],
  ['ｶﾞ', 'ガ', 'half-width katakana'],
  ['臺灣訂單', '台湾订单', 'traditional'],
  ['乾坤', '干坤', 'one for one, whatever the word'],
  ['薴', '苎', 'a chain of variants to its end'],
  ['e\u0301', 'é', 'composed'],
  ['É', 'é', 'composed and lower'],
  ['H\u0331', 'ẖ', 'composes only in lower case'],
  ['ΟΔΟΣ', 'οδοσ', 'a final sigma is a sigma'],
  ['İ', 'i\u0307', 'longer in lower case'],
  ['ﬁ①㍿', 'fi1株式会社', 'compatibility characters'],
  ['\u2f00', '一', 'a radical is its character'],
  ['😀𠮷', '😀𠮷', 'beyond the first plane'],
  ['a\0b', 'ab', 'NUL is dropped'],
  ['\ud83d', '\ufffd', 'a lone surrogate'],
  ['', '', 'nothing'],
])('%j becomes %j: %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

/** Long enough for a machine that does much else. */
const patient = { timeout: 60_000 }

describe('folding what is folded changes nothing', patient, () => {
  test('for every assigned code point, alone and beside what could join it', () => {
    const changed: string[] = []
    for (let point = 0; point < 0x34000; point++) {
      const character = String.fromCodePoint(point)
      const folded = fold(`h${character}\u0331 ${character}`)
      if (fold(folded) !== folded) changed.push(character)
    }
    expect(changed).toEqual([])
  })

  test('for any text', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\ud83d', '\0', 'Σ', '\u0323'))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), pieces => {
        const folded = fold(pieces.join(''))
        expect(fold(folded)).toBe(folded)
        expect(folded.isWellFormed()).toBe(true)
        expect(folded).not.toContain('\0')
      }),
      { numRuns: 300 },
    )
  })
})

test('the short way for plain characters comes to the same as the long one', patient, () => {
  // The emoji sends the whole text the long way and stays as it is.
  const differ: string[] = []
  for (let unit = 1; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit)
    if (character.isWellFormed() && `${fold(character)}😀` !== fold(`${character}😀`)) differ.push(character)
  }
  expect(differ).toEqual([])
})
