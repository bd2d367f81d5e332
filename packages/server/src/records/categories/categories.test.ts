import { expect, test } from 'vitest'
import { treeOf } from './categories.ts'
import type { CategoryRow } from './tables.ts'

const row = (id: string, name: string, parent_id: string | null = null, archived = false): CategoryRow => ({
  id,
  name,
  parent_id,
  department_id: null,
  template_id: null,
  skills: [],
  archived_at: archived ? new Date(0) : null,
  version: 1,
  created_at: new Date(0),
})
const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map(letter => `0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1a000${letter}`)
const [sales, after, repair, swap, old, oldRepair] = ids as [string, string, string, string, string, string]
const tree = treeOf([
  row(sales, '售前'),
  row(after, '售后'),
  row(repair, '产品维修', after),
  row(swap, '換貨 A', after),
  row(old, '旧业务', null, true),
  row(oldRepair, '产品维修', old),
])

test.each([
  ['售后', after],
  ['售后-产品维修', repair],
  [' 售后 - 产品维修 ', repair],
  ['售後-產品維修', repair],
  ['售后-换货 a', swap],
  [repair, repair],
  [repair.toUpperCase(), repair],
])('%s is found', (text, id) => expect(tree.byIdOrPath(text)?.id).toBe(id))

test.each(['产品维修', '售后-', '售前-产品维修', '', 'ffffffff-5d3a-4b0e-9a53-6f2f0c1a000a'])('%s is not', text =>
  expect(tree.byIdOrPath(text)).toBeUndefined(),
)

test('what stands beneath an archived category is out of use with it', () => {
  expect(tree.byIdOrPath('旧业务-产品维修')).toMatchObject({ id: oldRepair, archived: true })
  expect(tree.byId(repair)?.archived).toBe(false)
})

test('a path finds the category in use before an archived one of the same name', () => {
  const twins = treeOf([row(old, '售后', null, true), row(after, '售后')])
  expect(twins.byIdOrPath('售后')?.id).toBe(after)
})

test('the order is that of the tree', () => {
  expect(tree.all.map(({ path }) => path)).toEqual([
    '售前',
    '售后',
    '售后-产品维修',
    '售后-換貨 A',
    '旧业务',
    '旧业务-产品维修',
  ])
})

test('who stands beneath whom', () => {
  expect(tree.isWithin(repair, after)).toBe(true)
  expect(tree.isWithin(after, after)).toBe(true)
  expect(tree.isWithin(after, repair)).toBe(false)
})
