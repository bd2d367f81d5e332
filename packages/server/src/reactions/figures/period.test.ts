import { describe, expect, test } from 'vitest'
import { addMonths, bucketsOf, comparedWith } from './period.ts'

describe('what a period is compared with', () => {
  test.each([
    ['2026-11-22', '2026-11-22', 'previous', '2026-11-21', '2026-11-21'],
    ['2026-11-16', '2026-11-22', 'previous', '2026-11-09', '2026-11-15'],
    // Whole months with whole months.
    ['2026-03-01', '2026-03-31', 'previous', '2026-02-01', '2026-02-28'],
    ['2026-01-01', '2026-12-31', 'previous', '2025-01-01', '2025-12-31'],
    ['2026-01-01', '2026-03-31', 'previous', '2025-10-01', '2025-12-31'],
    ['2026-11-01', '2026-11-22', 'previous', '2026-10-10', '2026-10-31'],
    ['2026-11-16', '2026-11-22', 'year', '2025-11-16', '2025-11-22'],
    ['2028-02-01', '2028-02-29', 'year', '2027-02-01', '2027-02-28'],
    ['2029-02-01', '2029-02-28', 'year', '2028-02-01', '2028-02-29'],
  ] as const)('%s to %s, %s: %s to %s', (from, to, compare, thenFrom, thenTo) => {
    expect(comparedWith({ from, to }, compare)).toEqual({ from: thenFrom, to: thenTo })
  })
})

describe('buckets', () => {
  test('days, through the night that clocks are set', () => {
    expect(bucketsOf({ from: '2026-10-24', to: '2026-10-27' }, 'day').map(({ from }) => from)).toEqual([
      '2026-10-24',
      '2026-10-25',
      '2026-10-26',
      '2026-10-27',
    ])
  })
  test('weeks begin on Monday, the outer ones are cut', () => {
    expect(bucketsOf({ from: '2026-11-18', to: '2026-11-24' }, 'week')).toEqual([
      { start: '2026-11-16', from: '2026-11-18', to: '2026-11-22' },
      { start: '2026-11-23', from: '2026-11-23', to: '2026-11-24' },
    ])
  })
  test('months and years', () => {
    expect(bucketsOf({ from: '2026-01-31', to: '2026-03-01' }, 'month').map(({ to }) => to)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-01',
    ])
    expect(bucketsOf({ from: '2025-06-01', to: '2026-06-01' }, 'year').map(({ start }) => start)).toEqual([
      '2025-01-01',
      '2026-01-01',
    ])
  })
  test('a shorter month ends earlier', () => {
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  })
})
