import { expect, test } from 'vitest'
import { missingWords, textsOf } from './locales.ts'

test('every language has every key', () => {
  const zh = { problem: { busy: '忙', gone: '无' }, label: '标签' }
  expect(missingWords({ 'zh-CN': zh, en: { problem: { busy: 'Busy', gone: 'Gone' }, label: 'Label' } })).toEqual([])
  expect(missingWords({ 'zh-CN': zh, en: { problem: { busy: 'Busy', gone: '' }, extra: 'More' } })).toEqual([
    'zh-CN lacks the words for extra',
    'en lacks the words for problem · gone',
    'en lacks the words for label',
  ])
})

test('a locale file is known by what it exports', () => {
  expect(textsOf({ count: 1, zhCN: { a: 'b' } })).toEqual({ a: 'b' })
  expect(textsOf({ default: { a: 'b' } })).toEqual({ a: 'b' })
})
