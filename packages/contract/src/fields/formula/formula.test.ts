import { describe, expect, test } from 'vitest'
import { type FormulaValue, faultIn, namesIn, parseFormula, rounded, workOut } from './index.ts'

const values: Record<string, FormulaValue> = {
  price: 12.5,
  quantity: 3,
  level: 'vip',
  paid: true,
  bought: '2026-11-20',
  came: Date.parse('2026-11-27T09:00:00Z'),
  'items.amount': [10, null, 2.5],
  'items.sku': ['A1', '', 'B2'],
  nothing: null,
}
const worked = (text: string) => workOut(parseFormula(text), name => values[name] ?? null)

test.each<[string, FormulaValue]>([
  ['price * quantity', 37.5],
  ['1 + 2 * 3 - 4 / 2', 5],
  ['(1 + 2) * 3', 9],
  ['-price + 1', -11.5],
  ['- -2', 2],
  ['10 - 3 - 2', 5],
  ['"订单" & quantity', '订单3'],
  ['"say ""hi"""', 'say "hi"'],
  ['if(level = "vip", 0, 8)', 0],
  ['if(level <> "vip", 0, 8)', 8],
  ['if(nothing > 1, "a", "b")', 'b'],
  ['IF(paid, price)', 12.5],
  ['if(not(paid), price)', null],
  ['and(paid, quantity >= 3)', true],
  ['or(quantity < 1, nothing = 1)', false],
  ['sum(items.amount)', 12.5],
  ['sum(items.amount, price)', 25],
  ['average(items.amount)', 6.25],
  ['max(items.amount)', 10],
  ['min(nothing)', null],
  ['count(items.sku)', 2],
  ['join(items.sku, "终")', 'A1、B2、终'],
  ['round(2.345, 2)', 2.35],
  ['round(2.5)', 3],
  ['floor(-1.5)', -2],
  ['ceil(1.2)', 2],
  ['abs(-3)', 3],
  ['length("订单")', 2],
  ['empty(nothing)', true],
  ['empty(items.sku)', false],
  ['days(bought, came)', 7],
  ['days(bought, nothing)', null],
  ['price / 0', null],
  ['price + nothing', null],
  ['level * 2', null],
  ['1 < "2"', null],
  ['"2026-11-20" < "2026-11-21"', true],
])('%s is %j', (text, expected) => {
  expect(worked(text)).toEqual(expected)
})

describe('what is wrong is told where it is', () => {
  test.each([
    ['', { code: 'formula.syntax', at: 1 }],
    ['1 +', { code: 'formula.syntax', at: 4 }],
    ['(1', { code: 'formula.syntax', at: 3 }],
    ['1 2', { code: 'formula.syntax', at: 3 }],
    ['a ? b', { code: 'formula.syntax', at: 2 }],
    ['"open', { code: 'formula.syntax', at: 1 }],
    ['rank(1)', { code: 'formula.function', name: 'rank' }],
    ['toString(1)', { code: 'formula.function', name: 'tostring' }],
    ['constructor(1)', { code: 'formula.function', name: 'constructor' }],
    ['price + other', { code: 'formula.name', name: 'other' }],
    ['if(paid)', { code: 'formula.count', name: 'if' }],
    ['days(bought)', { code: 'formula.count', name: 'days' }],
    [`${'('.repeat(60)}1${')'.repeat(60)}`, { code: 'formula.syntax', at: 51 }],
  ])('%s', (text, fault) => {
    expect(faultIn(text, name => Object.hasOwn(values, name))).toEqual(fault)
  })
})

test('a thousand signs in a row are worked out', () => {
  expect(worked(Array.from({ length: 500 }, () => '1').join('+'))).toBe(500)
})

test('it says which fields it reads', () => {
  expect(namesIn(parseFormula('sum(items.amount) * price + if(paid, price, 0)'))).toEqual(['items', 'price', 'paid'])
})

test.each([
  [1.005, 2, 1.01],
  [-1.005, 2, -1.01],
  [0.1 + 0.2, 2, 0.3],
  [2.5, 0, 3],
  [1e21, 2, 1e21],
  [8.345, 2, 8.35],
  [123456789.123456, 4, 123456789.1235],
])('%d to %d decimals is %d', (value, decimals, expected) => {
  expect(rounded(value, decimals)).toBe(expected)
})
