import { describe, expect, test } from 'vitest'
import type { Condition, Leaf } from './condition.ts'
import type { Environment } from './environment.ts'
import type { Catalogue } from './field.ts'
import { resolve } from './resolve.ts'

const one = '0198f0a0-7c3e-7abc-8def-012345678901'
const two = '0198f0a0-7c3e-7abc-8def-012345678902'

const catalogue: Catalogue = {
  title: { type: 'text', nullable: true },
  owner: { type: 'ref', nullable: true },
  members: { type: 'refs', nullable: true },
  state: { type: 'choice', nullable: false },
  tags: { type: 'choices', nullable: false },
  amount: { type: 'number', nullable: true },
  done: { type: 'boolean', nullable: false },
  dueAt: { type: 'time', nullable: true },
  day: { type: 'date', nullable: true },
}

const environment: Environment = {
  now: new Date('2026-11-22T17:00:00Z'),
  zone: 'Asia/Shanghai',
  me: { id: one, people: [one, two], nobody: [], none: null, blank: '', login: 'ＭＥ', mixed: [one, 'no id'] },
}
const now = environment.now.getTime()
const hour = 3_600_000
const day = 24 * hour

const settled = (condition: Condition) => resolve(condition, catalogue, environment)
const nothing = { any: [] }
const everything = { all: [] }

describe('what a leaf tests', () => {
  test.each<[string, Omit<Leaf, 'field'>, object]>([
    ['title', { op: 'is', value: 'ＶＩＰ臺' }, { test: 'oneOf', values: ['vip台'] }],
    ['title', { op: 'isNot', value: 'A' }, { test: 'oneOf', values: ['a'], negated: true }],
    ['title', { op: 'contains', value: 'A' }, { test: 'containsAny', values: ['a'] }],
    ['title', { op: 'containsAll', value: ['A', 'B'] }, { test: 'containsAll', values: ['a', 'b'] }],
    ['title', { op: 'startsWith', value: 'A' }, { test: 'startsWith', value: 'a' }],
    ['title', { op: 'is', value: '$me.login' }, { test: 'oneOf', values: ['me'] }],
    ['title', { op: 'isEmpty' }, { test: 'empty' }],
    ['title', { op: 'isNotEmpty' }, { test: 'empty', negated: true }],
    ['owner', { op: 'is', value: '$me' }, { test: 'oneOf', values: [one] }],
    ['owner', { op: 'is', value: one.toUpperCase() }, { test: 'oneOf', values: [one] }],
    ['owner', { op: 'isOneOf', value: '$me.people' }, { test: 'oneOf', values: [one, two] }],
    ['owner', { op: 'isNoneOf', value: [two, '$me'] }, { test: 'oneOf', values: [two, one], negated: true }],
    ['owner', { op: 'isOneOf', value: '$me.mixed' }, { test: 'oneOf', values: [one] }],
    ['members', { op: 'contains', value: '$me' }, { test: 'containsAny', values: [one] }],
    ['members', { op: 'containsAny', value: '$me.people' }, { test: 'containsAny', values: [one, two] }],
    ['state', { op: 'is', value: 'Ａ' }, { test: 'oneOf', values: ['Ａ'] }],
    ['amount', { op: 'is', value: 1.5 }, { test: 'oneOf', values: ['1.5'] }],
    ['amount', { op: 'lessThan', value: '9007199254740993' }, { test: 'range', lessThan: '9007199254740993' }],
    ['amount', { op: 'atMost', value: 1 }, { test: 'range', atMost: '1' }],
    ['amount', { op: 'moreThan', value: 1 }, { test: 'range', moreThan: '1' }],
    ['amount', { op: 'atLeast', value: 1 }, { test: 'range', atLeast: '1' }],
    ['amount', { op: 'between', value: [1, 2] }, { test: 'range', atLeast: '1', atMost: '2' }],
    ['done', { op: 'is', value: false }, { test: 'oneOf', values: [false] }],
    ['dueAt', { op: 'is', value: '1970-01-01T00:00:00Z' }, { test: 'range', atLeast: 0, lessThan: 1 }],
    ['dueAt', { op: 'before', value: '1970-01-01T08:00:00+08:00' }, { test: 'range', lessThan: 0 }],
    ['dueAt', { op: 'atMost', value: '1970-01-01T00:00:00.0009Z' }, { test: 'range', lessThan: 1 }],
    ['dueAt', { op: 'after', value: '1970-01-01T00:00Z' }, { test: 'range', atLeast: 1 }],
    ['dueAt', { op: 'atLeast', value: '$now' }, { test: 'range', atLeast: now }],
    ['dueAt', { op: 'after', value: { ago: 'P3D' } }, { test: 'range', atLeast: now - 3 * day + 1 }],
    ['dueAt', { op: 'before', value: { ahead: 'PT4H' } }, { test: 'range', lessThan: now + 4 * hour }],
    ['dueAt', { op: 'withinLast', value: 'P7D' }, { test: 'range', atLeast: now - 7 * day, lessThan: now + 1 }],
    ['dueAt', { op: 'withinNext', value: 'PT1H' }, { test: 'range', atLeast: now, lessThan: now + hour + 1 }],
    // In Shanghai it is one o'clock on the 23rd.
    ['day', { op: 'is', value: '$now' }, { test: 'oneOf', values: ['2026-11-23'] }],
    ['day', { op: 'before', value: { ago: 'PT2H' } }, { test: 'range', lessThan: '2026-11-22' }],
    ['day', { op: 'after', value: '2026-11-30' }, { test: 'range', moreThan: '2026-11-30' }],
    ['day', { op: 'withinLast', value: 'P1M' }, { test: 'range', atLeast: '2026-10-23', atMost: '2026-11-23' }],
  ])('%s %j', (field, leaf, test) => {
    const { type, nullable } = catalogue[field] ?? {}
    expect(settled({ field, ...leaf })).toEqual({ field, type, nullable, negated: false, ...test })
  })
})

test.each<[string, Condition, object]>([
  ['an empty list', { field: 'owner', op: 'isOneOf', value: '$me.nobody' }, nothing],
  ['none of an empty list', { field: 'owner', op: 'isNoneOf', value: '$me.nobody' }, everything],
  ['all of an empty list', { field: 'members', op: 'containsAll', value: '$me.nobody' }, nothing],
  ['all of a list with what no record can hold', { field: 'members', op: 'containsAll', value: '$me.mixed' }, nothing],
  ['null', { field: 'owner', op: 'is', value: '$me.none' }, nothing],
  ['not null', { field: 'owner', op: 'isNot', value: '$me.none' }, everything],
  ['not not null', { not: { field: 'owner', op: 'isNot', value: '$me.none' } }, nothing],
  ['empty text', { field: 'title', op: 'contains', value: '$me.blank' }, nothing],
])('nothing to compare with: %s', (_, condition, expected) => {
  expect(settled(condition)).toEqual(expected)
})

test('negation goes down to the leaves', () => {
  const a: Leaf = { field: 'title', op: 'isEmpty' }
  const b: Leaf = { field: 'done', op: 'isNot', value: true }
  expect(settled({ not: { all: [a, { any: [b, { not: a }] }] } })).toEqual({
    any: [
      { field: 'title', type: 'text', nullable: true, negated: true, test: 'empty' },
      {
        all: [
          { field: 'done', type: 'boolean', nullable: false, negated: false, test: 'oneOf', values: [true] },
          { field: 'title', type: 'text', nullable: true, negated: false, test: 'empty' },
        ],
      },
    ],
  })
  expect(settled({ not: { all: [] } })).toEqual(nothing)
  expect(settled({ not: { any: [] } })).toEqual(everything)
})

test.each<[string, Condition, string]>([
  ['a field that is gone', { field: 'gone', op: 'isEmpty' }, 'gone'],
  ['an inherited name', { field: 'toString', op: 'isEmpty' }, 'toString'],
  ['a reference that is not known', { field: 'owner', op: 'isNot', value: '$me.peple' }, '$me.peple'],
  ['a value of another type', { field: 'amount', op: 'isNot', value: 'x' }, '"x"'],
  ['no id', { field: 'owner', op: 'isNot', value: 'x' }, '"x"'],
])('%s is an error, never a condition that matches', (_, condition, named) => {
  expect(() => settled(condition)).toThrow(named)
})
