import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareDecimals, isDecimal } from './decimal.ts'

test.each([
  ['9007199254740993', '9007199254740992', 1],
  ['9007199254740993', 9007199254740992, 1],
  ['-9007199254740993', '-9007199254740992', -1],
  ['0.1', 0.1, 0],
  ['0.10000000000000001', 0.1, 1],
  ['1.50', 1.5, 0],
  ['007', 7, 0],
  ['-0', 0, 0],
  [-0, '0.00', 0],
  [1e21, '1000000000000000000000', 0],
  [1e21, '1000000000000000000001', -1],
  [1.5e-7, '0.00000015', 0],
  [1.5e-7, '0.000000150000000000000000001', -1],
  ['-1', '1', -1],
  [2, 10, -1],
  ['123456789012345678901234567890.5', '123456789012345678901234567890.05', 1],
])('%j against %j is %i', (a, b, order) => {
  expect(Math.sign(compareDecimals(a, b)) === order).toBe(true)
  expect(Math.sign(compareDecimals(b, a)) === -order).toBe(true)
})

test('agrees with whole-number arithmetic', () => {
  const digits = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n })
  const near = fc.tuple(digits, fc.bigInt({ min: -2n, max: 2n })).map(([a, step]) => [a, a + step] as const)
  fc.assert(
    fc.property(near, fc.integer({ min: 0, max: 45 }), ([a, b], places) => {
      const order = a < b ? -1 : a > b ? 1 : 0
      expect(Math.sign(compareDecimals(shifted(a, places), shifted(b, places))) === order).toBe(true)
    }),
  )
})

const shifted = (value: bigint, places: number): string => {
  const all = String(value < 0n ? -value : value).padStart(places + 1, '0')
  const text = places === 0 ? all : `${all.slice(0, -places)}.${all.slice(-places)}`
  return value < 0n ? `-${text}` : text
}

test('agrees with doubles, however they are written', () => {
  const double = fc.double({ noNaN: true, noDefaultInfinity: true })
  fc.assert(
    fc.property(double, double, (a, b) => {
      const order = a < b ? -1 : a > b ? 1 : 0
      expect(Math.sign(compareDecimals(a, String(b))) === order).toBe(true)
      expect(compareDecimals(a, String(a)) === 0).toBe(true)
    }),
  )
})

test.each([
  [1.5, true],
  [NaN, false],
  [Infinity, false],
  ['12', true],
  ['-12.50', true],
  ['9'.repeat(700), true],
  ['9'.repeat(701), false],
  ['', false],
  ['-', false],
  ['+1', false],
  ['.5', false],
  ['5.', false],
  ['1e5', false],
  [' 1', false],
  ['1\n', false],
  ['٣', false],
  [12n, false],
  [null, false],
])('%s is a decimal: %s', (value, is) => {
  expect(isDecimal(value)).toBe(is)
})
