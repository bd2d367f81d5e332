import { describe, expect, test } from 'vitest'
import { ownNarrowedBy } from './own-search.ts'
import { daysOf, narrowedBy, presetOf, searchOf, unitFor, whereOf } from './search.ts'

describe('the address', () => {
  test.each([
    [
      { from: '2026-11-01', to: '2026-11-22', by: 'person' },
      { from: '2026-11-01', to: '2026-11-22', by: 'person' },
    ],
    [{ from: 'yesterday', to: 5, by: 'weather', unit: 'hour', compare: {} }, {}],
    [
      { score: 5, channel: 'email', else: 'x' },
      { score: '5', channel: 'email' },
    ],
    [
      { by: 'fields.platform', 'fields.shipped': false, 'fields.area.within': 'gd', 'fields.f1': 5 },
      { by: 'fields.platform', 'fields.shipped': false, 'fields.area.within': 'gd', 'fields.f1': '5' },
    ],
    [{ by: 'fields.area.own', 'fields.': 'x', 'fields.a.b': 'x', 'fields.c': '', 'fields.d': { x: 1 } }, {}],
  ])('%j', (given, search) => expect(searchOf(given)).toEqual(search))

  test.each([
    [{}, undefined],
    [{ department: 'a' }, { all: [{ field: 'departmentId', op: 'is', value: 'a' }] }],
    [{ person: 'none' }, { all: [{ field: 'assigneeId', op: 'isEmpty' }] }],
    [{ category: 'k' }, { all: [{ field: 'categoryIds', op: 'contains', value: 'k' }] }],
    [{ category: 'none' }, { all: [{ field: 'categoryId', op: 'isEmpty' }] }],
    [
      { leaf: 'k', score: '2' },
      {
        all: [
          { field: 'categoryId', op: 'is', value: 'k' },
          { field: 'score', op: 'is', value: 2 },
        ],
      },
    ],
    [
      { policy: 'p', target: 'resolution' },
      {
        all: [
          { field: 'policyId', op: 'is', value: 'p' },
          { field: 'target', op: 'is', value: 'resolution' },
        ],
      },
    ],
    [
      { channel: 'email', 'fields.platform': 'tb', 'fields.shipped': false, 'fields.area.within': 'gd' },
      {
        all: [
          { field: 'channel', op: 'is', value: 'email' },
          { field: 'fields.platform', op: 'is', value: 'tb' },
          { field: 'fields.shipped', op: 'is', value: false },
          { field: 'fields.area', op: 'contains', value: 'gd' },
        ],
      },
    ],
    [{ 'fields.area.within': '-' }, { all: [{ field: 'fields.area', op: 'isEmpty' }] }],
    [ownNarrowedBy('fields.parts', 'choices', 'a'), { all: [{ field: 'fields.parts', op: 'contains', value: 'a' }] }],
    [ownNarrowedBy('fields.parts', 'choices', null), { all: [{ field: 'fields.parts', op: 'isEmpty' }] }],
    [{ 'fields.area.own': 'gd' }, { all: [{ field: 'fields.area.own', op: 'is', value: 'gd' }] }],
  ])('%j narrows', (search, where) => expect(whereOf(search)).toEqual(where))

  test('a row without a key stands for those that have none', () => {
    expect(narrowedBy('category', null)).toEqual({ leaf: 'none' })
    expect(narrowedBy('person', 'a')).toEqual({ person: 'a' })
  })

  test.each([
    ['choice', 'none', { 'fields.k': 'none' }],
    ['choice', null, { 'fields.k': '-' }],
    ['boolean', 'false', { 'fields.k': false }],
    ['cascade', 'gd', { 'fields.k.own': 'gd' }],
    ['cascade', null, { 'fields.k': '-' }],
  ] as const)('a row of a %s: %s', (kind, key, search) => {
    expect(ownNarrowedBy('fields.k', kind, key)).toEqual(search)
  })
})

test.each([
  ['today', '2026-11-22', '2026-11-22'],
  ['yesterday', '2026-11-21', '2026-11-21'],
  ['week', '2026-11-16', '2026-11-22'],
  ['month', '2026-10-24', '2026-11-22'],
  ['thisMonth', '2026-11-01', '2026-11-22'],
  ['lastMonth', '2026-10-01', '2026-10-31'],
  ['thisYear', '2026-01-01', '2026-11-22'],
] as const)('%s', (preset, from, to) => {
  expect(daysOf(preset, '2026-11-22')).toEqual({ from, to })
  expect(presetOf({ from, to }, '2026-11-22')).toBe(preset)
})

test.each([
  ['2026-11-01', '2026-11-22', 'day'],
  ['2026-08-01', '2026-11-22', 'week'],
  ['2026-01-01', '2026-11-22', 'month'],
  ['2020-01-01', '2026-11-22', 'year'],
] as const)('%s to %s by %s', (from, to, unit) => expect(unitFor({ from, to })).toBe(unit))
