import { describe, expect, test } from 'vitest'
import { check, compile, type PlainRecord } from './check.ts'
import type { Condition, Leaf } from './condition.ts'
import type { Catalogue, FieldType } from './field.ts'
import { fieldTypes } from './field.ts'
import { type Operator, operators } from './operators.ts'
import { resolve } from './resolve.ts'

const a = '0198f0a0-7c3e-7abc-8def-01234567890a'
const b = '0198f0a0-7c3e-7abc-8def-01234567890b'
const c = '0198f0a0-7c3e-7abc-8def-01234567890c'
const noon = Date.parse('2026-11-22T12:00:00Z')

const catalogue: Catalogue = Object.fromEntries(fieldTypes.map(type => [type, { type, nullable: true }]))
const environment = { now: new Date(noon), zone: 'UTC', me: {} }
const ask = (condition: Condition, record: PlainRecord) => check(resolve(condition, catalogue, environment), record)

/** Operator, value, record values for which it holds, record values for which it does not. */
type Case = [op: Operator, value: Leaf['value'], holds: unknown[], fails: unknown[]]

const cases: Record<FieldType, Case[]> = {
  text: [
    ['is', '訂單', ['订单', '訂單'], ['订', '订单 ', 'x']],
    ['isNot', '訂單', ['订'], ['订单']],
    ['isOneOf', ['A', 'B'], ['ａ', 'b'], ['ab', 'c']],
    ['isNoneOf', ['A', 'B'], ['c'], ['a']],
    ['contains', '訂', ['新订单', '訂'], ['单']],
    ['containsAny', ['A', '單'], ['xa', '单'], ['x']],
    ['containsAll', ['A', '單'], ['单 a'], ['a', '单']],
    ['startsWith', 'VIP', ['ｖｉｐ1'], ['a vip']],
    ['isEmpty', undefined, ['', '\0'], [' ', 'x']],
    ['isNotEmpty', undefined, [' ', 'x'], ['']],
  ],
  ref: [
    ['is', a, [a], [b]],
    ['isNot', a, [b], [a]],
    ['isOneOf', [a, b], [a, b], [c]],
    ['isNoneOf', [a, b], [c], [a]],
    ['isEmpty', undefined, [''], [a]],
    ['isNotEmpty', undefined, [a], ['']],
  ],
  refs: [
    ['contains', a, [[b, a]], [[b], []]],
    ['containsAny', [a, b], [[b], [c, a]], [[c], []]],
    ['containsAll', [a, b], [[b, c, a]], [[a], []]],
    ['isEmpty', undefined, [[], [null], [1]], [[a]]],
    ['isNotEmpty', undefined, [[a]], [[]]],
  ],
  choice: [
    ['is', 'New', ['New'], ['new', 'Ｎew']],
    ['isNot', 'New', ['new'], ['New']],
    ['isOneOf', ['New', 'x'], ['x'], ['X']],
    ['isNoneOf', ['New', 'x'], ['X'], ['x']],
    ['isEmpty', undefined, [''], ['x']],
    ['isNotEmpty', undefined, ['x'], ['']],
  ],
  choices: [
    ['contains', '红', [['红', 'x']], [['紅'], []]],
    ['containsAny', ['红', 'y'], [['y']], [['x']]],
    ['containsAll', ['红', 'y'], [['y', '红']], [['y']]],
    ['isEmpty', undefined, [[]], [['']]],
    ['isNotEmpty', undefined, [['x']], [[]]],
  ],
  number: [
    ['is', '9007199254740993', ['9007199254740993', '9007199254740993.0'], [9007199254740992, '9007199254740994']],
    ['isNot', 0, [1], [0, -0, '-0.0']],
    ['isOneOf', [0.1, 2], ['0.10', 2], ['0.10000000000000001', 3]],
    ['isNoneOf', [0.1, 2], [3], [2]],
    ['lessThan', '0.3', [0.1, -5], [0.3, 0.1 + 0.2, 1]],
    ['atMost', '0.3', [0.3, '0.30'], [0.1 + 0.2]],
    ['moreThan', '0.3', [0.1 + 0.2, 10], [0.3]],
    ['atLeast', 9, [9, 10], ['8.999999999999999999999']],
    ['between', [-1, '1.5'], [-1, 0, 1.5], [-1.01, '1.50000000000000000001']],
    ['isEmpty', undefined, [NaN, Infinity], [0]],
    ['isNotEmpty', undefined, [0, '0'], [NaN]],
  ],
  boolean: [
    ['is', false, [false], [true]],
    ['isNot', false, [true], [false]],
    ['isEmpty', undefined, [], [false, true]],
    ['isNotEmpty', undefined, [false], []],
  ],
  time: [
    ['is', '2026-11-22T20:00:00+08:00', [noon, new Date(noon), noon + 0.5], [noon - 1, noon + 1]],
    ['isNot', '$now', [noon + 1], [noon]],
    ['before', '$now', [noon - 1], [noon, noon + 1]],
    ['atMost', '$now', [noon, noon + 0.5], [noon + 1]],
    ['after', '$now', [noon + 1], [noon]],
    ['atLeast', '$now', [noon], [noon - 1]],
    ['between', [{ ago: 'PT1S' }, '$now'], [noon - 1000, noon], [noon - 1001, noon + 1]],
    ['withinLast', 'PT1S', [noon - 1000, noon], [noon - 1001, noon + 1]],
    ['withinNext', 'PT1S', [noon, noon + 1000], [noon - 1, noon + 1001]],
    ['isEmpty', undefined, [new Date(NaN)], [0]],
    ['isNotEmpty', undefined, [0], []],
  ],
  date: [
    ['is', '2026-11-22', ['2026-11-22'], ['2026-11-23']],
    ['isNot', '$now', ['2026-11-23'], ['2026-11-22']],
    ['isOneOf', ['2026-11-22', { ago: 'P1D' }], ['2026-11-21'], ['2026-11-23']],
    ['isNoneOf', ['2026-11-22', { ago: 'P1D' }], ['2026-11-23'], ['2026-11-21']],
    ['before', '2026-11-22', ['2026-11-21'], ['2026-11-22']],
    ['atMost', '2026-11-22', ['2026-11-22'], ['2026-11-23']],
    ['after', '2026-11-22', ['2026-11-23'], ['2026-11-22']],
    ['atLeast', '2026-11-22', ['2026-11-22'], ['2026-11-21']],
    ['between', ['2026-11-01', '2026-11-30'], ['2026-11-01', '2026-11-30'], ['2026-12-01']],
    ['withinLast', 'P1D', ['2026-11-21', '2026-11-22'], ['2026-11-20', '2026-11-23']],
    ['withinNext', 'P1D', ['2026-11-22', '2026-11-23'], ['2026-11-21', '2026-11-24']],
    ['isEmpty', undefined, ['22.11.2026', '2026-11-22T00:00:00Z'], ['2026-11-22']],
    ['isNotEmpty', undefined, ['2026-11-22'], ['']],
  ],
}

describe.each(fieldTypes)('%s', type => {
  test('every operator has a case', () => {
    expect(new Set(cases[type].map(([op]) => op))).toEqual(new Set(Object.keys(operators[type])))
  })

  describe.each(cases[type])('%s %j', (op, value, holds, fails) => {
    const condition: Condition = { field: type, op, value }

    test.each(holds.map(of => [of]))('holds for %j', of => {
      expect(ask(condition, { [type]: of })).toBe(true)
      expect(ask({ not: condition }, { [type]: of })).toBe(false)
    })

    test.each(fails.map(of => [of]))('fails for %j', of => {
      expect(ask(condition, { [type]: of })).toBe(false)
      expect(ask({ not: condition }, { [type]: of })).toBe(true)
    })

    test('of an empty value only isEmpty and denials hold', () => {
      const held = op === 'isEmpty' || op === 'isNot' || op === 'isNoneOf'
      for (const record of [{}, { [type]: null }, { [type]: undefined }, { [type]: { not: 'its type' } }]) {
        expect(ask(condition, record)).toBe(held)
        expect(ask({ not: condition }, record)).toBe(!held)
      }
    })
  })
})

const yes: Condition = { all: [] }
const no: Condition = { any: [] }

test.each<[Condition, boolean]>([
  [yes, true],
  [no, false],
  [{ not: yes }, false],
  [{ all: [yes, yes] }, true],
  [{ all: [yes, no] }, false],
  [{ any: [no, yes] }, true],
  [{ any: [no, no] }, false],
  [{ not: { any: [no, { not: yes }] } }, true],
])('%j is %s', (condition, holds) => {
  expect(ask(condition, {})).toBe(holds)
})

test('a field is read by its path, however deep, and a missing part is empty', () => {
  const paths: Catalogue = {
    'one.two': { type: 'number', nullable: true },
    'one.two.three': { type: 'number', nullable: true },
  }
  const isSeven = (field: string) => compile(resolve({ field, op: 'is', value: 7 }, paths, environment))
  expect(isSeven('one.two')({ one: { two: 7 } })).toBe(true)
  expect(isSeven('one.two.three')({ one: { two: { three: 7 } } })).toBe(true)
  for (const record of [{}, { one: null }, { one: 7 }, { one: 'text' }, { one: { two: null } }]) {
    expect(isSeven('one.two')(record)).toBe(false)
    expect(isSeven('one.two.three')(record)).toBe(false)
  }
})
