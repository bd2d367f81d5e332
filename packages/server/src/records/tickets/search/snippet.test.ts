import { expect, test } from 'vitest'
import { wordOf } from '../../search/word.ts'
import { snippetOf } from './snippet.ts'

const shown = (text: string, ...asked: string[]): string | undefined => {
  const found = snippetOf(
    text,
    asked.flatMap(word => wordOf(word) ?? []),
  )
  if (!found) return undefined
  let marked = ''
  let at = 0
  for (const [from, to] of found.ranges) {
    marked += `${found.text.slice(at, from)}[${found.text.slice(from, to)}]`
    at = to
  }
  return marked + found.text.slice(at)
}

test.each<[string, string, string[], string | undefined]>([
  ['as it was written', '脫水異響', ['异响'], '脫水[異響]'],
  ['full width', 'ＡＢＣ机', ['abc'], '[ＡＢＣ]机'],
  ['several words', '洗衣机漏水', ['漏水', '洗衣'], '[洗衣]机[漏水]'],
  ['words that overlap', '洗衣机漏水', ['洗衣机', '衣机漏'], '[洗衣机漏]水'],
  ['every place', '水，水', ['水'], '[水]，[水]'],
  ['over white space', '脱水\n\n  异响', ['脱水 异响'], '[脱水    异响]'],
  ['a ligature', 'ﬁne', ['fine'], '[ﬁne]'],
  ['an accent apart', 'cafe\u0301 au lait', ['café'], '[cafe\u0301] au lait'],
  ['a picture', '好😀吗', ['😀'], '好[😀]吗'],
  ['the end of a number', '13812342445', ['2445'], '1381234[2445]'],
  ['not the middle of a word', '91234567', ['123'], undefined],
  ['nothing', '空调', ['洗衣'], undefined],
])('%s', (_, text, words, expected) => {
  expect(shown(text, ...words)).toBe(expected)
})

test('a long text is cut around the first place, with dots', () => {
  const text = `${'前'.repeat(200)}洗衣机${'后'.repeat(200)}`
  const found = snippetOf(
    text,
    [wordOf('洗衣机')].flatMap(word => word ?? []),
  )
  expect(found?.text.length).toBeLessThan(130)
  expect(found?.text).toMatch(/^…前+洗衣机后+…$/)
  const [[from, to] = [0, 0]] = found?.ranges ?? []
  expect(found?.text.slice(from, to)).toBe('洗衣机')
})

test('no picture is cut in two', () => {
  for (let n = 0; n < 40; n++) {
    const text = `${'a'.repeat(n)}${'😀'.repeat(60)}洗衣${'😀'.repeat(90)}`
    const found = snippetOf(
      text,
      [wordOf('洗衣')].flatMap(word => word ?? []),
    )
    expect(found?.text.isWellFormed()).toBe(true)
  }
})
