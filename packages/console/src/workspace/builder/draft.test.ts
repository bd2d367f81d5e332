import { describe, expect, test } from 'vitest'
import { changedOf } from '../../forms/changed.ts'
import type { ViewRecord } from '../views.ts'
import { changeOf, draftOf, emptyDraft, likeOf, moved, sentOf } from './draft.ts'

const view = {
  id: 'v',
  key: null,
  name: '紧急的',
  where: { field: 'urgency', op: 'is', value: 'urgent' },
  text: null,
  order: [{ field: 'dueAt', direction: 'asc' }],
  columns: ['number', 'subject'],
  groupBy: 'assigneeId',
  layout: 'board',
  audience: 'departments',
  departmentIds: ['d1'],
} as unknown as ViewRecord

test('what a view has comes back as it was sent', () => {
  const { text: _, ...parts } = view
  expect(parts).toMatchObject(sentOf(draftOf(view)))
})

test('a copy is one’s own, and keeps the order in which it was looked at', () => {
  const copy = likeOf(view, '我的', [{ field: 'createdAt', direction: 'desc' }])
  expect(copy).toMatchObject({ name: '我的', audience: 'me', departmentIds: [], groupBy: 'assigneeId' })
  expect(copy.order).toEqual({ field: 'createdAt', direction: 'desc' })
  expect(likeOf(view, '我的', undefined).order).toEqual({ field: 'dueAt', direction: 'asc' })
})

test('departments that were chosen before are not sent for everybody', () => {
  expect(sentOf({ ...draftOf(view), audience: 'everyone' }).departmentIds).toEqual([])
})

describe('only what was touched is sent', () => {
  const before = draftOf(view)
  test.each([
    ['nothing', before, {}],
    ['the name', { ...before, name: ' 特急的 ' }, { name: '特急的' }],
    ['no order any more', { ...before, order: null }, { order: [] }],
    ['no words', { ...before, text: '  ' }, { text: null }],
    ['no groups', { ...before, groupBy: null, layout: 'list' as const }, { groupBy: null, layout: 'list' }],
    ['for whom it is', { ...before, audience: 'me' as const }, {}],
  ])('%s', (_, after, change) => {
    expect(changeOf(changedOf(before, after))).toEqual(change)
  })
})

test.each([
  ['a b c', 0, 2, 'b c a'],
  ['a b c', 2, 0, 'c a b'],
  ['a b c', 1, 2, 'a c b'],
  ['a b c', 0, -1, 'a b c'],
  ['a b c', 2, 3, 'a b c'],
])('%s: %i to %i', (list, from, to, after) => {
  expect(moved(list.split(' '), from, to).join(' ')).toBe(after)
})

test('a new view begins with what is open', () => {
  expect(sentOf({ ...emptyDraft, name: '新' })).toMatchObject({ where: { field: 'open' }, layout: 'list', order: [] })
})
