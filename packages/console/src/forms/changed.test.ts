import { expect, test } from 'vitest'
import { changedOf, clash, pick } from './changed.ts'

const before = { name: '维修组', parentId: null as string | null, managerIds: ['a', 'b'] }

test('only what differs is sent', () => {
  expect(changedOf(before, { ...before, name: '维修部' })).toEqual({ name: '维修部' })
  expect(changedOf(before, { ...before, managerIds: ['a', 'b'] })).toEqual({})
  expect(changedOf(before, { ...before, managerIds: ['b', 'a'] })).toEqual({ managerIds: ['b', 'a'] })
  expect(changedOf(before, { ...before, parentId: 'c' })).toEqual({ parentId: 'c' })
})

test('undoing sends what was, of what was changed', () => {
  expect(pick(before, { parentId: 'c' })).toEqual({ parentId: null })
  expect(pick(before, {})).toEqual({})
})

test.each([
  ['nobody else has changed anything', before, { name: '维修部' }, false],
  ['they changed something else', { ...before, parentId: 'c' }, { name: '维修部' }, false],
  ['both changed the same', { ...before, name: '售后组' }, { name: '维修部' }, true],
  ['both wrote the same', { ...before, name: '维修部' }, { name: '维修部' }, false],
])('when %s', (_what, now, patch, isClash) => {
  expect(clash(before, now, patch)).toBe(isClash)
})
