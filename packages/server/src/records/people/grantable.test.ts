import { verbs } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import type { Caller } from '../../kernel/caller.ts'
import { grantsOf } from '../../kernel/grants.ts'
import type { Problem } from '../../kernel/problems.ts'
import { same } from '../../kernel/same.ts'
import { beyond, checkedFields, checkedGrants, isWithin, lifted } from './grantable.ts'

const mine = { field: 'departmentId', op: 'isOneOf', value: '$me.departments' }
const open = { field: 'status', op: 'is', value: 'new' }
const urgent = { field: 'urgency', op: 'is', value: 'urgent' }

describe('within', () => {
  test.each([
    ['everything in everything', true, true, true],
    ['a condition in everything', mine, true, true],
    ['everything in nothing', true, false, false],
    ['a condition in nothing', mine, false, false],
    ['everything in a condition', true, mine, false],
    ['a condition in itself', mine, mine, true],
    [
      'whatever the order of its properties',
      { value: '$me.departments', op: 'isOneOf', field: 'departmentId' },
      mine,
      true,
    ],
    ['another condition', open, mine, false],
    ['a narrower one', { all: [mine, open] }, mine, true],
    ['a wider one', { any: [mine, open] }, mine, false],
    ['one of two', mine, { any: [mine, open] }, true],
    ['both of two', { any: [mine, open] }, { any: [open, mine] }, true],
    ['one of two that are both asked for', mine, { all: [mine, open] }, false],
    ['both that are asked for, and more', { all: [urgent, open, mine] }, { all: [mine, open] }, true],
    ['the opposite', { not: mine }, mine, false],
    ['nothing at all in a condition', { any: [] }, mine, true],
    ['no condition at all in a condition', { all: [] }, mine, false],
  ])('%s', (_, given, own, answer) => {
    expect(isWithin(given, own)).toBe(answer)
  })
})

test('the same whatever the order of properties, not of lists', () => {
  expect(same({ a: 1, b: { c: [1, 2], d: null } }, { b: { d: null, c: [1, 2] }, a: 1 })).toBe(true)
  expect(same([1, 2], [2, 1])).toBe(false)
  expect(same({ a: undefined }, { a: null })).toBe(true)
})

const caller = (grants: Record<string, true | Record<string, unknown>>, fields = {}) =>
  ({ grants: grantsOf([{ grants, fields }]), locale: 'en' }) as unknown as Caller

test('giving is bound by what one may oneself', () => {
  const giver = caller({ 'ticket.get': true, 'ticket.close': mine })
  expect(beyond({ 'ticket.get': true, 'ticket.close': { all: [mine, open] } }, giver, 'grants')).toEqual([])
  expect(beyond({ 'ticket.get': true, 'ticket.close': true, 'role.create': true, '*': true }, giver, 'grants')).toEqual(
    [
      { path: 'grants', code: 'grant.beyond', params: { name: 'ticket.close' } },
      { path: 'grants', code: 'grant.beyond', params: { name: 'role.create' } },
      { path: 'grants', code: 'grant.beyond', params: { name: '*' } },
    ],
  )
  // All there is one by one is less than all there will ever be.
  const all = caller(Object.fromEntries(Object.keys(verbs).map(name => [name, true])))
  expect(beyond({ '*': true }, all, 'grants')).toHaveLength(1)
  expect(beyond({ '*': true }, caller({ '*': true }), 'grants')).toEqual([])
})

test('a restriction that one is under cannot be given away', () => {
  const giver = caller({}, { 'customer.level': 'hidden', urgency: 'frozen' })
  const ids = ['customer.level', 'urgency']
  expect(lifted({ 'customer.level': 'hidden', urgency: 'hidden' }, giver, ids, 'fields')).toEqual([])
  expect(lifted({ 'customer.level': 'frozen', urgency: 'frozen' }, giver, ids, 'fields')).toMatchObject([
    { code: 'grant.beyond', params: { name: 'customer.level' } },
  ])
  expect(lifted({}, giver, ids, 'fields')).toHaveLength(2)
  expect(lifted({}, caller({}), ids, 'fields')).toEqual([])
})

const preparing = {
  caller: caller({}),
  catalogueOf: (kind: string) =>
    kind === 'ticket'
      ? {
          departmentId: { type: 'ref' as const, nullable: true },
          status: { type: 'choice' as const, nullable: false, options: ['new'] },
        }
      : undefined,
}
const problemsOf = (work: () => unknown) => {
  try {
    work()
  } catch (problem) {
    return (problem as Problem).fields
  }
  return []
}

describe('grants are checked by name and by condition', () => {
  test.each([
    ['a verb', { 'ticket.claim': true as const }],
    ['a read', { 'ticket.list': mine }],
    ['everything', { '*': true as const }],
    ['a verb on a record, where a condition holds', { 'ticket.claim': { all: [mine, open] } }],
  ])('%s', (_, grants) => {
    expect(checkedGrants(grants, preparing)).toEqual(grants)
  })

  test.each([
    ['no such verb', { 'ticket.explode': true as const }, 'grant.unknown', 'grants.ticket.explode'],
    ['a property of every object', { constructor: true as const }, 'grant.unknown', 'grants.constructor'],
    ['everything where …', { '*': mine }, 'grant.unconditional', 'grants.*'],
    ['opening where …: there is no ticket yet', { 'ticket.open': mine }, 'grant.unconditional', 'grants.ticket.open'],
    ['what has no fields to ask about', { 'settings.update': mine }, 'grant.unconditional', 'grants.settings.update'],
    [
      'a field that does not exist',
      { 'ticket.claim': { field: 'colour', op: 'is', value: 'red' } },
      'condition.invalid',
      'grants.ticket.claim.field',
    ],
    [
      'a value that cannot be',
      { 'ticket.claim': { field: 'status', op: 'is', value: 'old' } },
      'condition.invalid',
      'grants.ticket.claim.value',
    ],
    [
      'a me that is not known',
      { 'ticket.claim': { ...mine, value: '$me.friends' } },
      'condition.invalid',
      'grants.ticket.claim.value',
    ],
    ['no condition', { 'ticket.claim': {} }, 'condition.invalid', 'grants.ticket.claim'],
  ])('%s', (_, grants, code, path) => {
    expect(problemsOf(() => checkedGrants(grants, preparing))).toMatchObject([{ code, path }])
  })
})

test('restrictions name fields that there are', () => {
  expect(checkedFields({ status: 'frozen' }, preparing)).toEqual({ status: 'frozen' })
  expect(problemsOf(() => checkedFields({ colour: 'hidden' }, preparing))).toEqual([
    { path: 'fields.colour', code: 'unknown_field' },
  ])
})
