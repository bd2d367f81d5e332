import { fold } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import { addLexemes } from './lexemes.ts'
import { runsOf } from './tokens.ts'
import { queryOf, wordOf } from './word.ts'

const lexemes = (text: string): string[] => {
  const into = new Set<string>()
  addLexemes(fold(text), 'S', into)
  return [...into].sort()
}

describe('a text is read by pairs of characters and by words', () => {
  test.each<[string, string[]]>([
    ['洗衣机', ['S机', 'S洗衣', 'S衣机']],
    ['機', ['S机']],
    ['洗衣,机', ['S机', 'S洗衣', 'S衣']],
    ['Hello wOrld', ['Shello', 'S^hel', 'S^hell', 'Sworld', 'S^wor', 'S^worl']],
    ['ＡＢＣ１２', ['Sabc12', 'S^abc', 'S^abc1', 'S~bc12']],
    ['a 1', ['S1', 'Sa']],
    ['13812342445', ['S13812342445', 'S#138123', 'S#13812342', 'S#1381234244', 'S~2445']],
    ['JD-0017', ['S0017', 'S^001', 'Sjd']],
    ['iPhone手机', ['S手机', 'Siphone', 'S^iph', 'S^ipho', 'S^iphon', 'S机']],
    ['😀好', ['S好', 'S😀好']],
    ['!!! …', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(lexemes(text)).toEqual([...expected].sort())
  })

  test.each<[string, string[]]>([
    ['é', ['é']],
    ['x\u0301y', ['x\u0301y']],
    ['日本語テスト', ['日本语テスト']],
    ['서울 city', ['서울', 'city']],
    ['𠮷野', ['𠮷野']],
    ['👨‍👩‍👧', ['👨', '👩', '👧']],
  ])('%s in runs', (text, runs) => {
    expect(runsOf(fold(text)).map(run => run.text)).toEqual(runs.map(run => fold(run)))
  })
})

describe('a word is asked of the index', () => {
  test.each<[string, string]>([
    ['洗', `(('S洗':*))`],
    ['洗衣', `('S洗衣')`],
    ['洗衣机', `('S洗衣' & 'S衣机')`],
    ['2445', `(('S2445' | 'S^2445' | 'S~2445'))`],
    ['it', `('Sit')`],
    ['ref', `('Sref' | 'S^ref')`],
    ['refunds', `('Srefunds' | 'S^refunds' | 'S#refund')`],
    ['138123', `(('S138123' | 'S^138123' | 'S#138123' | 'S~8123'))`],
    ['li.lei', `('Sli' & 'Slei' | 'S^lei')`],
  ])('%s', (text, query) => {
    const word = wordOf(text)
    const plain = (said: string) => said.replaceAll(/[()]/g, '')
    expect(plain(word ? queryOf(word, ['S']) : '')).toBe(plain(query))
  })

  test.each(['', ' ', '!!!', '。', '\u200b', '+'])('%j cannot be found', text => {
    expect(wordOf(text)).toBeUndefined()
  })

  test('a long one asks for a few pairs only', () => {
    expect(wordOf('扫地机器人脱水的时候声音特别大怎么办呢')?.needs.length).toBeLessThanOrEqual(8)
  })

  test.each(["it's", '\\', "a'b\\c"])('%s is quoted', text => {
    const word = wordOf(text)
    if (word) expect(queryOf(word, ['S'])).not.toContain(text)
  })
})
