import { expect, test } from 'vitest'
import { dayAt, instantOf, offsetAt } from './zone.ts'

test.each([
  ['2026-11-22T00:00:00Z', 'Asia/Shanghai', 480],
  ['2026-11-22T00:00:00Z', 'UTC', 0],
  ['2026-07-01T00:00:00Z', 'America/New_York', -240],
  ['2026-11-22T00:00:00Z', 'America/St_Johns', -210],
  ['2026-11-22T00:00:00Z', 'Asia/Kathmandu', 345],
  ['1920-01-01T00:00:00Z', 'Africa/Monrovia', -44.5],
])('at %s clocks in %s are %d minutes ahead', (instant, zone, minutes) => {
  expect(offsetAt(Date.parse(instant), zone) / 60_000).toBe(minutes)
})

test.each([
  ['2026-11-22T15:59:59.999Z', 'Asia/Shanghai', '2026-11-22'],
  ['2026-11-22T16:00:00Z', 'Asia/Shanghai', '2026-11-23'],
  ['2026-11-22T04:59:59Z', 'America/New_York', '2026-11-21'],
])('%s is in %s on %s', (instant, zone, day) => {
  expect(dayAt(Date.parse(instant), zone)).toBe(day)
})

test.each([
  ['an ordinary time', '2026-11-22T09:00', 'Asia/Shanghai', '2026-11-22T01:00:00.000Z'],
  ['skipped: moved on by the skipped hour', '2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
  ['shown twice: the first', '2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
  ['half an hour skipped', '2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
  ['half an hour shown twice', '2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
  ['a whole day skipped', '2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z'],
  ['just before the skip', '2026-03-08T01:59', 'America/New_York', '2026-03-08T06:59:00.000Z'],
  ['just after the skip', '2026-03-08T03:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
])('%s: %s in %s is %s', (_, local, zone, instant) => {
  expect(new Date(instantOf(Date.parse(`${local}Z`), zone)).toISOString()).toBe(instant)
})

test('an unknown zone is an error', () => {
  expect(() => offsetAt(0, 'Mars/Olympus')).toThrow(RangeError)
})
