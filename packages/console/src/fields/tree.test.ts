import { regionNames } from '@baton/contract/regions'
import { describe, expect, test } from 'vitest'
import { regionNodes, regionsTo } from './regions.ts'
import { foundIn, groveOf, pathText } from './tree.ts'

const nodes = [
  { key: 'home', name: '家电' },
  { key: 'wash', name: '洗衣机', parent: 'home', also: 'washer' },
  { key: 'drum', name: '滚筒', parent: 'wash' },
  { key: 'pulsator', name: '波轮', parent: 'wash' },
  { key: 'fridge', name: '冰箱', parent: 'home' },
]
const grove = groveOf(nodes)
const said = (text: string, leafOnly = true) => foundIn(nodes, grove, text, leafOnly).map(pathText)

test('a tree is walked from the root', () => {
  expect(grove.beneath(undefined).map(({ key }) => key)).toEqual(['home'])
  expect(grove.beneath('wash').map(({ key }) => key)).toEqual(['drum', 'pulsator'])
  expect(pathText(grove.pathTo('drum'))).toBe('家电 / 洗衣机 / 滚筒')
})

test('a ring ends', () => {
  expect(
    groveOf([
      { key: 'a', name: 'A', parent: 'b' },
      { key: 'b', name: 'B', parent: 'a' },
    ]).pathTo('a'),
  ).toHaveLength(2)
})

describe('what is found', () => {
  test.each([
    ['滚', true, ['家电 / 洗衣机 / 滚筒']],
    ['洗衣', true, ['家电 / 洗衣机 / 滚筒', '家电 / 洗衣机 / 波轮']],
    ['洗衣', false, ['家电 / 洗衣机', '家电 / 洗衣机 / 滚筒', '家电 / 洗衣机 / 波轮']],
    ['WASHER', false, ['家电 / 洗衣机', '家电 / 洗衣机 / 滚筒', '家电 / 洗衣机 / 波轮']],
    ['洗衣 波轮', true, ['家电 / 洗衣机 / 波轮']],
    ['空调', true, []],
  ])('%s (ends only: %s)', (text, leafOnly, found) => {
    expect(said(text, leafOnly)).toEqual(found)
  })
})

describe('regions', () => {
  const all = regionNodes(regionNames)
  const tree = groveOf(all)
  test.each([
    ['440305', '广东省 / 深圳市 / 南山区'],
    ['110101', '北京市 / 北京市 / 东城区'],
    ['441900', '广东省 / 东莞市'],
    ['710000', '台湾省'],
  ])('%s is %s', (code, path) => {
    expect(pathText(tree.pathTo(code))).toBe(path)
  })
  test('as far as they are asked for', () => {
    expect(regionsTo(all, 'province').every(({ key }) => key.endsWith('0000'))).toBe(true)
    expect(regionsTo(all, 'city').some(({ key }) => key === '440300')).toBe(true)
    expect(regionsTo(all, 'city').some(({ key }) => key === '440305')).toBe(false)
  })
  test('are found by the name of any part', () => {
    expect(foundIn(all, tree, '南山', true).map(pathText)).toContain('广东省 / 深圳市 / 南山区')
    expect(foundIn(all, tree, '深圳 南山', true).map(pathText)).toEqual(['广东省 / 深圳市 / 南山区'])
  })
})
