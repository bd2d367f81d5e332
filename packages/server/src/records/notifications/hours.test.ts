import { expect, test } from 'vitest'
import { dueAt, type Hours } from './hours.ts'

const none: Hours = { quiet_from: null, quiet_to: null, zone: null, digest: 'off', digest_at: '09:00' }
const night: Hours = { ...none, quiet_from: '22:00', quiet_to: '07:30' }
const lunch: Hours = { ...none, quiet_from: '12:00', quiet_to: '13:00' }

test.each<[string, 'push' | 'mail', Hours, string, string]>([
  ['leaves at once', 'push', none, '2026-11-22T15:00:00Z', '2026-11-22T15:00:00Z'],
  ['waits for the morning', 'push', night, '2026-11-22T15:00:00Z', '2026-11-22T23:30:00Z'],
  ['waits for the same morning after midnight', 'mail', night, '2026-11-22T17:00:00Z', '2026-11-22T23:30:00Z'],
  ['leaves when the quiet hours end', 'push', night, '2026-11-22T23:30:00Z', '2026-11-22T23:30:00Z'],
  ['leaves just before they begin', 'push', night, '2026-11-22T13:59:59Z', '2026-11-22T13:59:59Z'],
  ['waits until they end on the same day', 'push', lunch, '2026-11-22T04:30:00Z', '2026-11-22T05:00:00Z'],
  [
    'is not held by hours without length',
    'push',
    { ...none, quiet_from: '08:00', quiet_to: '08:00' },
    '2026-11-22T00:00:00Z',
    '2026-11-22T00:00:00Z',
  ],
  [
    'goes by the person’s own zone',
    'push',
    { ...night, zone: 'Europe/Berlin' },
    '2026-11-22T15:00:00Z',
    '2026-11-22T15:00:00Z',
  ],
  [
    'goes with the next full hour',
    'mail',
    { ...none, digest: 'hourly' },
    '2026-11-22T15:20:00Z',
    '2026-11-22T16:00:00Z',
  ],
  [
    'goes with the next full hour of a zone of half hours',
    'mail',
    { ...none, digest: 'hourly', zone: 'Asia/Kolkata' },
    '2026-11-22T15:20:00Z',
    '2026-11-22T15:30:00Z',
  ],
  ['goes with today’s digest', 'mail', { ...none, digest: 'daily' }, '2026-11-22T00:59:00Z', '2026-11-22T01:00:00Z'],
  ['goes with tomorrow’s digest', 'mail', { ...none, digest: 'daily' }, '2026-11-22T01:00:00Z', '2026-11-23T01:00:00Z'],
  ['a digest touches no push', 'push', { ...none, digest: 'daily' }, '2026-11-22T01:00:00Z', '2026-11-22T01:00:00Z'],
  [
    'a digest in quiet hours waits for their end',
    'mail',
    { ...night, digest: 'daily', digest_at: '23:00' },
    '2026-11-22T14:00:00Z',
    '2026-11-22T23:30:00Z',
  ],
  [
    'a clock that was put forward at night still strikes',
    'mail',
    { ...none, digest: 'daily', digest_at: '02:30', zone: 'Europe/Berlin' },
    '2026-03-28T23:00:00Z',
    '2026-03-29T01:30:00Z',
  ],
])('%s', (_, way, hours, now, due) => {
  expect(dueAt(way, hours, new Date(now), 'Asia/Shanghai')).toEqual(new Date(due))
})
