import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberCell } from './number.ts'

test.each([
  ['0', '0'],
  ['-12', '-12'],
  ['123456789012345', '123456789012345'],
  ['12345678901234567890', '12345678901234567890'],
  ['007', '007'],
  ['1234.5', '1234.5'],
  ['4.3499999999999996', '4.35'],
  ['1.0000000000000001E-2', '0.01'],
  ['1E-7', '0.0000001'],
  ['-2.5e-9', '-0.0000000025'],
  ['1.5E+3', '1500'],
  ['1.23456789012346E+17', '123456789012346000'],
  ['1.5E+22', '15000000000000000000000'],
  ['.5', '0.5'],
  ['3.', '3'],
])('%s is read as %s', (raw, text) => expect(numberCell(raw, 'number', false)).toEqual({ number: Number(raw), text }))

test.each(['0x10', 'NaN', 'Infinity', '1e400', '12 kg', '1,5', '--1'])('%s is no number but text', raw =>
  expect(numberCell(raw, 'number', false)).toEqual({ text: raw }),
)

test('the text of a number is the number, without an exponent', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), number => {
      const cell = numberCell(String(number), 'number', false)
      if (cell === null || !('number' in cell)) throw new Error('not a number')
      expect(cell.text).toMatch(/^-?\d+(\.\d+)?$/)
      expect(Number(cell.text) === number && cell.number === number).toBe(true)
    }),
  )
})

test.each([
  ['46348', 'date', { date: '2026-11-22' }],
  ['46348.75', 'date', { date: '2026-11-22' }],
  ['46347.9999999', 'date', { date: '2026-11-22' }],
  ['1', 'date', { date: '1900-01-01' }],
  ['59', 'date', { date: '1900-02-28' }],
  ['61', 'date', { date: '1900-03-01' }],
  ['2958465', 'date', { date: '9999-12-31' }],
  ['46348.395833333336', 'moment', { moment: '2026-11-22T09:30:00' }],
  ['46348.999988425923', 'moment', { moment: '2026-11-22T23:59:59' }],
  ['46348', 'moment', { moment: '2026-11-22T00:00:00' }],
  ['0.5', 'moment', { clock: '12:00:00' }],
  ['0.39583333333333331', 'clock', { clock: '09:30:00' }],
  ['0', 'clock', { clock: '00:00:00' }],
  ['0.99999999', 'clock', { clock: '23:59:59' }],
  ['46348.5', 'clock', { moment: '2026-11-22T12:00:00' }],
  ['1.0854629629629629', 'elapsed', { number: 1.0854629629629629, text: '26:03:04' }],
  ['-0.25', 'elapsed', { number: -0.25, text: '-06:00:00' }],
  // What is no day stays a number.
  ['0', 'date', { number: 0, text: '0' }],
  ['60', 'date', { number: 60, text: '60' }],
  ['-1', 'date', { number: -1, text: '-1' }],
  ['2958466', 'date', { number: 2_958_466, text: '2958466' }],
  ['20261122', 'date', { number: 20_261_122, text: '20261122' }],
] as const)('%s as a %s', (raw, shown, cell) => expect(numberCell(raw, shown, false)).toEqual(cell))

test.each([
  ['44886', 'date', { date: '2026-11-22' }],
  ['0', 'date', { date: '1904-01-01' }],
  ['44886.5', 'moment', { moment: '2026-11-22T12:00:00' }],
  ['0.5', 'clock', { clock: '12:00:00' }],
] as const)('counted from 1904, %s as a %s', (raw, shown, cell) => expect(numberCell(raw, shown, true)).toEqual(cell))

test('every second of a day comes back from its fraction', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_465 }), fc.integer({ min: 0, max: 86_399 }), (day, second) => {
      const at = new Date((day - 25_569) * 86_400_000 + second * 1000).toISOString().slice(0, 19)
      expect(numberCell(String(day + second / 86_400), 'moment', false)).toEqual({ moment: at })
    }),
  )
})
