import { type Condition, ticketCatalogue } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import { canBuild, isCondition, isFinished } from './condition.ts'
import { fieldsAskable } from './fields.ts'

const ours: Condition = { field: 'departmentId', op: 'isOneOf', value: '$me.departments' }
const mine: Condition = { field: 'assigneeId', op: 'is', value: '$me' }
const solved: Condition = { field: 'status', op: 'isOneOf', value: ['solved', 'follow_up'] }

describe('canBuild', () => {
  test.each<[string, Condition]>([
    ['one sentence', ours],
    ['either of two', { any: [ours, mine] }],
    ['a moment', { field: 'dueAt', op: 'before', value: '$now' }],
    ['a stretch of time', { field: 'createdAt', op: 'withinLast', value: 'P7D' }],
    ['templates', { field: 'templateId', op: 'isOneOf', value: ['t'] }],
    ['what shipped roles say', { all: [{ any: [ours, mine] }, solved] }],
  ])('sentences say %s', (_what, condition) => {
    expect(canBuild(condition, fieldsAskable('ticket') ?? {})).toBe(true)
  })

  test.each<[string, Condition, string]>([
    ['a negation', { not: ours }, 'ticket'],
    ['groups three deep', { all: [{ any: [{ all: [ours, mine] }] }] }, 'ticket'],
    ['a length that is made of two', { field: 'createdAt', op: 'withinLast', value: 'P1DT2H' }, 'ticket'],
    ['a field without a control', { field: 'id', op: 'is', value: 'x' }, 'ticket'],
    ['a field of another kind', ours, 'customer'],
    ['an operator that the field does not have', { field: 'status', op: 'contains', value: 'new' }, 'ticket'],
  ])('JSON says %s', (_what, condition, kind) => {
    expect(canBuild(condition, fieldsAskable(kind) ?? {})).toBe(false)
  })
})

test('everything that can be asked about a ticket can be said, but for what names the ticket itself', () => {
  expect(Object.keys(ticketCatalogue).filter(id => !fieldsAskable('ticket')?.[id])).toEqual(['id', 'number'])
})

test('a sentence is finished when it has what its operator wants', () => {
  expect(isFinished(ours)).toBe(true)
  expect(isFinished({ field: 'assigneeId', op: 'isEmpty' })).toBe(true)
  expect(isFinished({ field: 'status', op: 'isOneOf', value: [] })).toBe(false)
  expect(isFinished({ field: 'assigneeId', op: 'is', value: '' })).toBe(false)
  expect(isFinished({ any: [ours, { field: 'tags', op: 'containsAny', value: [''] }] })).toBe(false)
  expect(isFinished({ any: [] })).toBe(false)
})

test.each<[unknown, boolean]>([
  [ours, true],
  [{ all: [ours, { not: mine }] }, true],
  [{ all: [] }, true],
  [{ field: 'status' }, false],
  [{ all: ours }, false],
  [{ all: [], any: [] }, false],
  [{ all: [1] }, false],
  [[], false],
  [null, false],
  ['status is new', false],
])('%j has the form of a condition: %s', (value, is) => {
  expect(isCondition(value)).toBe(is)
})
