import { expect, test } from 'vitest'
import { firstWords, matching, meantBy, type Pickable, replaced, slashAt } from './picking.ts'

test.each([
  ['/', ''],
  ['/tk', 'tk'],
  ['您好 /退款', '退款'],
  ['您好，/退款', '退款'],
  ['第一行\n/', ''],
  // Not where a word goes on, nor in an address or a date.
  ['您好/退款', undefined],
  ['https://a.cn/b', undefined],
  ['http:/', undefined],
  ['1/2', undefined],
  ['/退款 好', undefined],
  ['', undefined],
])('behind %j is asked for %j', (before, asked) => expect(slashAt(before)).toBe(asked))

const one = (name: string, shortcut: string | null = null, also = ''): Pickable => ({ id: name, name, shortcut, also })
const all = [
  one('退款说明', 'tk', '三个工作日'),
  one('TK 活动', null),
  one('发货', 'fh', '退款请联系'),
  one('更多 fh', 'more'),
]
const names = (asked: string) => matching(all, asked).map(({ name }) => name)

test.each([
  ['', ['退款说明', 'TK 活动', '发货', '更多 fh']],
  ['tk', ['退款说明', 'TK 活动']],
  ['ＴＫ', ['退款说明', 'TK 活动']],
  ['退款', ['退款说明', '发货']],
  ['f', ['发货', '更多 fh']],
  ['工作日', ['退款说明']],
  ['没有', []],
])('%j finds %j', (asked, found) => expect(names(asked)).toEqual(found))

test.each([
  ['tk', '退款说明'],
  ['TK', '退款说明'],
  ['t', undefined],
  ['', undefined],
])('%j alone means %j', (asked, name) => expect(meantBy(all, asked)?.name).toBe(name))

test('what was typed is replaced, and what stands around it stays', () => {
  expect(replaced('您好 /tk 再见', 6, 'tk', '退款中')).toEqual({ text: '您好 退款中 再见', cursor: 6 })
  expect(replaced('/', 1, '', '您好')).toEqual({ text: '您好', cursor: 2 })
})

test('the first words stand in one line', () => {
  expect(firstWords(' 您好\n\n  再见 ')).toBe('您好 再见')
  expect([...firstWords('😀'.repeat(200))]).toHaveLength(80)
})
