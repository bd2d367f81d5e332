import { expect, test } from 'vitest'
import { moveInstant, parseDuration } from './duration.ts'

test.each([
  ['P3D', { months: 0, days: 3, milliseconds: 0 }],
  ['PT4H', { months: 0, days: 0, milliseconds: 14_400_000 }],
  ['P1Y2M3W4DT5H6M7S', { months: 14, days: 25, milliseconds: 18_367_000 }],
  ['PT0S', { months: 0, days: 0, milliseconds: 0 }],
  ['P100Y', { months: 1200, days: 0, milliseconds: 0 }],
])('%s is read', (text, duration) => {
  expect(parseDuration(text)).toEqual(duration)
})

test.each([
  '',
  'P',
  'PT',
  'P1DT',
  'P1',
  '1D',
  'P-1D',
  '-P1D',
  'P1.5D',
  'P1D2M',
  'p1d',
  'P1D ',
  'P1D\n',
  'PT1D',
  'P1H',
  'P101Y',
  'PT9999999999S',
])('%j is no duration', text => {
  expect(parseDuration(text)).toBeUndefined()
})

test.each<[from: string, direction: 1 | -1, text: string, zone: string, to: string, why: string]>([
  ['2026-11-22T02:00:00Z', -1, 'P3D', 'Asia/Shanghai', '2026-11-19T02:00:00.000Z', 'days'],
  ['2026-11-22T02:00:00Z', 1, 'PT4H', 'Asia/Shanghai', '2026-11-22T06:00:00.000Z', 'hours'],
  [
    '2026-03-09T04:30:00Z',
    -1,
    'P1D',
    'America/New_York',
    '2026-03-08T05:30:00.000Z',
    'a day of 23 hours: the clock shows the same',
  ],
  ['2026-03-09T04:30:00Z', -1, 'PT24H', 'America/New_York', '2026-03-08T04:30:00.000Z', '24 hours are 24 hours'],
  [
    '2026-03-07T07:30:00Z',
    1,
    'P1D',
    'America/New_York',
    '2026-03-08T07:30:00.000Z',
    'into the skipped hour: an hour on',
  ],
  [
    '2026-10-31T05:30:00Z',
    1,
    'P1D',
    'America/New_York',
    '2026-11-01T05:30:00.000Z',
    'into the doubled hour: the first',
  ],
  ['2026-11-02T06:30:00Z', -1, 'P1D', 'America/New_York', '2026-11-01T05:30:00.000Z', 'back into it: the first too'],
  [
    '2026-03-07T07:30:00Z',
    1,
    'P1DT1H',
    'America/New_York',
    '2026-03-08T08:30:00.000Z',
    'days by the calendar, then hours',
  ],
  ['2026-03-31T02:00:00Z', -1, 'P1M', 'Asia/Shanghai', '2026-02-28T02:00:00.000Z', 'cut to the month'],
  ['2024-03-31T02:00:00Z', -1, 'P1M', 'Asia/Shanghai', '2024-02-29T02:00:00.000Z', 'cut to a leap February'],
  ['2024-02-29T02:00:00Z', 1, 'P1Y', 'Asia/Shanghai', '2025-02-28T02:00:00.000Z', 'a year from a leap day'],
  ['2026-01-31T02:00:00Z', 1, 'P1M1D', 'Asia/Shanghai', '2026-03-01T02:00:00.000Z', 'cut first, then the day'],
  [
    '2026-02-28T17:00:00Z',
    1,
    'P1M',
    'Asia/Shanghai',
    '2026-03-31T17:00:00.000Z',
    'the month is the zone’s: March there already',
  ],
  ['2026-11-22T02:00:00.123Z', -1, 'P100Y', 'Asia/Shanghai', '1926-11-22T02:00:00.123Z', 'a century'],
])('%s, %i × %s in %s is %s (%s)', (from, direction, text, zone, to) => {
  const duration = parseDuration(text)
  if (!duration) throw new Error(text)
  expect(new Date(moveInstant(Date.parse(from), duration, direction, zone)).toISOString()).toBe(to)
})
