import { expect, test } from 'vitest'
import { type DesignItem, formOf, freshItem, itemsOf, moved, withItem, without } from './draft.ts'

const items = itemsOf([freshItem('category'), { section: '现场' }, freshItem('fields.model')])
const said = (list: readonly DesignItem[]) => list.map(({ item }) => ('field' in item ? item.field : item.section))

test('a field is put where it was dropped, and once only', () => {
  expect(said(withItem(items, freshItem('fields.price'), 1))).toEqual([
    'category',
    'fields.price',
    '现场',
    'fields.model',
  ])
  expect(said(withItem(items, freshItem('fields.price'), 99)).at(-1)).toBe('fields.price')
  expect(said(withItem(items, freshItem('category'), 2))).toEqual(said(items))
  expect(said(withItem(items, { section: '现场' }, 0))).toEqual(['现场', 'category', '现场', 'fields.model'])
})

test('every item keeps an id of its own', () => {
  const fewer = without(items, 'i1')
  const more = withItem(withItem(fewer, { section: 'A' }, 0), { section: 'B' }, 0)
  expect(new Set(more.map(({ id }) => id)).size).toBe(more.length)
})

test.each([
  ['i0', 2, ['现场', 'fields.model', 'category']],
  ['i2', 0, ['fields.model', 'category', '现场']],
  ['i0', -1, ['category', '现场', 'fields.model']],
  ['i2', 3, ['category', '现场', 'fields.model']],
  ['none', 1, ['category', '现场', 'fields.model']],
])('%s moved to %i', (id, to, order) => {
  expect(said(moved(items, id, to))).toEqual(order)
})

test('a form comes back as it was', () => {
  expect(formOf(itemsOf(formOf(items)))).toEqual(formOf(items))
})
