import { describe, expect, test } from 'vitest'
import { branchesOf, linesOf, textOf, withPastedOptions } from './outline.ts'

test.each([
  ['a\n  b\n  c\nd', [0, 1, 1, 0]],
  ['a\n\tb\n\t\tc', [0, 1, 2]],
  ['- a\n    - b\n        - c\n    - d', [0, 1, 2, 1]],
  ['  a\n  b', [0, 0]],
  ['a\n      b\n   c', [0, 1, 1]],
])('%j is indented by %j', (text, depths) => {
  expect(linesOf(text).map(({ depth }) => depth)).toEqual(depths)
})

describe('a tree', () => {
  const tree = branchesOf('家电\n  洗衣机\n    滚筒\n  冰箱\n数码\n  洗衣机', [], new Set())
  test('comes of indented text, and is told as it', () => {
    expect(tree.map(({ key, parent }) => [key, parent])).toEqual([
      ['b1', undefined],
      ['b2', 'b1'],
      ['b3', 'b2'],
      ['b4', 'b1'],
      ['b5', undefined],
      ['b6', 'b5'],
    ])
    expect(textOf(tree)).toBe('家电\n  洗衣机\n    滚筒\n  冰箱\n数码\n  洗衣机')
  })
  test('keeps the keys of what stays', () => {
    const next = branchesOf('数码\n  洗衣机\n  相机', tree, new Set())
    expect(next.map(({ key, name }) => `${key} ${name}`)).toEqual(['b5 数码', 'b6 洗衣机', 'b7 相机'])
  })
  test('what has been kept in records goes out of use, and comes back by its name', () => {
    const kept = new Set(tree.map(({ key }) => key))
    const less = branchesOf('家电\n  冰箱', tree, kept)
    expect(less.filter(({ archived }) => archived).map(({ name }) => name)).toEqual([
      '洗衣机',
      '滚筒',
      '数码',
      '洗衣机',
    ])
    expect(textOf(less)).toBe('家电\n  冰箱')
    const again = branchesOf('家电\n  冰箱\n  洗衣机', less, kept)
    expect(again.find(({ key }) => key === 'b2')?.archived).toBeUndefined()
  })
  test('two of one name in one place are one', () => {
    expect(branchesOf('a\n  b\na\n  c', [], new Set()).map(({ name, parent }) => [name, parent])).toEqual([
      ['a', undefined],
      ['b', 'b1'],
      ['c', 'b1'],
    ])
  })
})

test('options come one a line, each once', () => {
  const before = [{ key: 'red', name: '红' }]
  expect(withPastedOptions(before, '红\n绿\n\n 绿 \r\n蓝')).toEqual([
    { key: 'red', name: '红' },
    { key: 'o2', name: '绿' },
    { key: 'o3', name: '蓝' },
  ])
})
