import { expect, test } from 'vitest'
import { type Branch, found, treeOf, under } from './tree.ts'

const at = (id: string, parentId: string | null = null) => ({ id, parentId })
const items = [at('service'), at('repairs', 'service'), at('install', 'repairs'), at('returns', 'service'), at('sales')]

const drawn = (branches: readonly Branch<{ id: string }>[]): string[] =>
  branches.flatMap(({ item, depth, children }) => [`${'-'.repeat(depth)}${item.id}`, ...drawn(children)])

test('a list with parents is a tree, in the order of the list', () => {
  expect(drawn(treeOf(items))).toEqual(['service', '-repairs', '--install', '-returns', 'sales'])
})

test('whose parent is not there stands at the root', () => {
  expect(drawn(treeOf([at('install', 'repairs'), at('sales')]))).toEqual(['install', 'sales'])
})

test('what is found stands under all that is above it', () => {
  expect(found(items, item => item.id === 'install').map(item => item.id)).toEqual(['service', 'repairs', 'install'])
  expect(found(items, () => false)).toEqual([])
})

test('everything under an item, and the item', () => {
  expect(under(items, 'repairs')).toEqual(new Set(['repairs', 'install']))
  expect(under(items, 'service')).toEqual(new Set(['service', 'repairs', 'install', 'returns']))
  expect(under([at('a', 'b'), at('b', 'a')], 'a')).toEqual(new Set(['a', 'b']))
})
