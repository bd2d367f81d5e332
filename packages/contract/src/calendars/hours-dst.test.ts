import { describe, expect, test } from 'vitest'
import { type Hours, isOpenAt, laterBy, openAndShut, type Span, workedBetween } from './hours.ts'
import { hoursOf, type TimeSpan } from './week.ts'

const hour = 3_600_000
const iso = (instant = Number.NaN) => new Date(instant).toISOString()
const long = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * hour + minutes * 60_000
}

/** Gives up in the end: a calendar that never shuts shall not be looked at for ever. */
class Days extends Map<string, readonly Span[]> {
  #looks = 0
  override get(date: string) {
    if (++this.#looks > 20_000) throw new Error('looked at 20000 days')
    return super.get(date)
  }
}
const spans = (text: string): TimeSpan[] =>
  text.split(' ').flatMap(one => (one ? [{ from: one.slice(0, 5), to: one.slice(6) }] : []))
const calendar = (timezone: string, week: readonly string[] | null, own: Record<string, string> = {}): Hours => {
  const days = Object.entries(own).map(([date, text]) => ({ date, name: 'own', spans: spans(text) }))
  const hours = hoursOf({ timezone, week: week?.map(spans) ?? null, holidays: false, days }, [])
  return { ...hours, days: new Days(hours.days) }
}
const never = ['', '', '', '', '', '', '']
const always = Array<string>(7).fill('00:00-24:00')
const office = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '', '']

/** The open stretches of a calendar that is open on one day only, `03-08T05:00 to 03-09T04:00`, in UTC. */
function stretches(zone: string, date: string, text: string): string {
  const noon = Date.parse(`${date}T12:00Z`)
  return openAndShut(calendar(zone, never, { [date]: text }), noon - 72 * hour, noon + 72 * hour)
    .filter(({ open }) => open)
    .map(({ from, to }) => `${iso(from).slice(5, 16)} to ${iso(to).slice(5, 16)}`)
    .join(', ')
}

// Clocks go from 02:00 to 03:00 at 07:00 UTC, and from 02:00 back to 01:00 at 06:00 UTC.
describe('in New York', () => {
  test.each([
    ['a night loses the skipped hour', '2025-03-08', '22:00-06:00', '03-09T03:00 to 03-09T10:00'],
    ['a day of 23 hours', '2025-03-09', '00:00-24:00', '03-09T05:00 to 03-10T04:00'],
    ['begins in the skipped hour', '2025-03-09', '02:30-06:00', '03-09T07:00 to 03-09T10:00'],
    ['ends in the skipped hour', '2025-03-09', '00:00-02:30', '03-09T05:00 to 03-09T07:00'],
    ['a night of nine hours', '2025-11-01', '22:00-06:00', '11-02T02:00 to 11-02T11:00'],
    ['a day of 25 hours', '2025-11-02', '00:00-24:00', '11-02T04:00 to 11-03T05:00'],
    ['begins in the repeated hour: the first time', '2025-11-02', '01:30-09:00', '11-02T05:30 to 11-02T14:00'],
    ['ends in the repeated hour: the first time', '2025-11-02', '00:00-01:30', '11-02T04:00 to 11-02T05:30'],

    ['a night loses the skipped hour', '2026-03-07', '22:00-06:00', '03-08T03:00 to 03-08T10:00'],
    ['the night before does not', '2026-03-06', '22:00-06:00', '03-07T03:00 to 03-07T11:00'],
    ['nor the night after', '2026-03-08', '22:00-06:00', '03-09T02:00 to 03-09T10:00'],
    ['a night that ends when the clocks change', '2026-03-07', '22:00-02:00', '03-08T03:00 to 03-08T07:00'],
    ['a night that ends in the skipped hour', '2026-03-07', '22:00-02:30', '03-08T03:00 to 03-08T07:00'],
    ['a night that ends after the skipped hour', '2026-03-07', '22:00-03:00', '03-08T03:00 to 03-08T07:00'],
    ['a day of 23 hours', '2026-03-08', '00:00-24:00', '03-08T05:00 to 03-09T04:00'],
    ['over the skipped hour', '2026-03-08', '01:00-04:00', '03-08T06:00 to 03-08T08:00'],
    ['begins with the skipped hour', '2026-03-08', '02:00-06:00', '03-08T07:00 to 03-08T10:00'],
    ['begins in the skipped hour', '2026-03-08', '02:30-06:00', '03-08T07:00 to 03-08T10:00'],
    ['begins after the skipped hour', '2026-03-08', '03:00-05:00', '03-08T07:00 to 03-08T09:00'],
    ['ends with the skipped hour', '2026-03-08', '00:00-03:00', '03-08T05:00 to 03-08T07:00'],
    ['ends in the skipped hour', '2026-03-08', '00:00-02:30', '03-08T05:00 to 03-08T07:00'],
    ['is the skipped hour', '2026-03-08', '02:00-03:00', ''],
    ['within the skipped hour', '2026-03-08', '02:15-02:45', ''],
    ['within the first half of it', '2026-03-08', '02:00-02:30', ''],
    ['within and after it', '2026-03-08', '02:15-02:45 03:00-04:00', '03-08T07:00 to 03-08T08:00'],
    ['around it', '2026-03-08', '01:00-02:00 03:00-04:00', '03-08T06:00 to 03-08T08:00'],
    ['long after', '2026-03-08', '09:00-12:00 13:00-17:00', '03-08T13:00 to 03-08T16:00, 03-08T17:00 to 03-08T21:00'],

    ['a night of nine hours', '2026-10-31', '22:00-06:00', '11-01T02:00 to 11-01T11:00'],
    ['the night before has eight', '2026-10-30', '22:00-06:00', '10-31T02:00 to 10-31T10:00'],
    ['the night after too', '2026-11-01', '22:00-06:00', '11-02T03:00 to 11-02T11:00'],
    ['a night that ends in the repeated hour', '2026-10-31', '22:00-01:30', '11-01T02:00 to 11-01T05:30'],
    ['a day of 25 hours', '2026-11-01', '00:00-24:00', '11-01T04:00 to 11-02T05:00'],
    ['over the repeated hour', '2026-11-01', '00:30-03:00', '11-01T04:30 to 11-01T08:00'],
    ['begins with the repeated hour', '2026-11-01', '01:00-03:00', '11-01T05:00 to 11-01T08:00'],
    ['begins in the repeated hour', '2026-11-01', '01:30-09:00', '11-01T05:30 to 11-01T14:00'],
    ['begins after the repeated hour', '2026-11-01', '02:00-03:00', '11-01T07:00 to 11-01T08:00'],
    ['ends before the repeated hour', '2026-11-01', '00:00-01:00', '11-01T04:00 to 11-01T05:00'],
    ['ends in the repeated hour', '2026-11-01', '00:00-01:30', '11-01T04:00 to 11-01T05:30'],
    ['ends after the repeated hour', '2026-11-01', '00:00-02:00', '11-01T04:00 to 11-01T07:00'],
    ['within the repeated hour', '2026-11-01', '01:15-01:45', '11-01T05:15 to 11-01T05:45'],
    [
      'shut within it',
      '2026-11-01',
      '00:00-01:15 01:45-03:00',
      '11-01T04:00 to 11-01T05:15, 11-01T05:45 to 11-01T08:00',
    ],

    ['a night loses the skipped hour', '2027-03-13', '22:00-06:00', '03-14T03:00 to 03-14T10:00'],
    ['a day of 23 hours', '2027-03-14', '00:00-24:00', '03-14T05:00 to 03-15T04:00'],
    ['a night of nine hours', '2027-11-06', '22:00-06:00', '11-07T02:00 to 11-07T11:00'],
    ['a day of 25 hours', '2027-11-07', '00:00-24:00', '11-07T04:00 to 11-08T05:00'],
  ])('%s: %s %s', (_, date, text, expected) => {
    expect(stretches('America/New_York', date, text)).toBe(expected)
  })
})

// Clocks go from 02:00 to 03:00 and from 03:00 back to 02:00, both at 01:00 UTC.
describe('in Berlin', () => {
  test.each([
    ['a night loses the skipped hour', '2025-03-29', '22:00-06:00', '03-29T21:00 to 03-30T04:00'],
    ['a day of 23 hours', '2025-03-30', '00:00-24:00', '03-29T23:00 to 03-30T22:00'],
    ['a night of nine hours', '2025-10-25', '22:00-06:00', '10-25T20:00 to 10-26T05:00'],
    ['a day of 25 hours', '2025-10-26', '00:00-24:00', '10-25T22:00 to 10-26T23:00'],
    ['a night loses the skipped hour', '2026-03-28', '22:00-06:00', '03-28T21:00 to 03-29T04:00'],
    ['over the skipped hour', '2026-03-29', '01:00-04:00', '03-29T00:00 to 03-29T02:00'],
    ['begins in the skipped hour', '2026-03-29', '02:30-06:00', '03-29T01:00 to 03-29T04:00'],
    ['ends in the skipped hour', '2026-03-29', '00:00-02:30', '03-28T23:00 to 03-29T01:00'],
    ['is the skipped hour', '2026-03-29', '02:00-03:00', ''],
    ['a night of nine hours', '2026-10-24', '22:00-06:00', '10-24T20:00 to 10-25T05:00'],
    ['over the repeated hour', '2026-10-25', '01:30-04:00', '10-24T23:30 to 10-25T03:00'],
    ['begins in the repeated hour', '2026-10-25', '02:30-06:00', '10-25T00:30 to 10-25T05:00'],
    ['ends in the repeated hour', '2026-10-25', '00:00-02:30', '10-24T22:00 to 10-25T00:30'],
    ['ends after the repeated hour', '2026-10-25', '00:00-03:00', '10-24T22:00 to 10-25T02:00'],
    ['a night loses the skipped hour', '2027-03-27', '22:00-06:00', '03-27T21:00 to 03-28T04:00'],
    ['a day of 23 hours', '2027-03-28', '00:00-24:00', '03-27T23:00 to 03-28T22:00'],
    ['a night of nine hours', '2027-10-30', '22:00-06:00', '10-30T20:00 to 10-31T05:00'],
    ['a day of 25 hours', '2027-10-31', '00:00-24:00', '10-30T22:00 to 10-31T23:00'],
  ])('%s: %s %s', (_, date, text, expected) => {
    expect(stretches('Europe/Berlin', date, text)).toBe(expected)
  })
})

// Clocks go from 02:00 back to 01:30 at 15:00 UTC of the day before, and from 02:00 to 02:30 at 15:30.
describe('on Lord Howe Island, where they change by half an hour', () => {
  test.each([
    ['a night of eight hours and a half', '2025-04-05', '22:00-06:00', '04-05T11:00 to 04-05T19:30'],
    ['a day of 24 hours and a half', '2025-04-06', '00:00-24:00', '04-05T13:00 to 04-06T13:30'],
    ['a night of seven hours and a half', '2025-10-04', '22:00-06:00', '10-04T11:30 to 10-04T19:00'],
    ['a day of 23 hours and a half', '2025-10-05', '00:00-24:00', '10-04T13:30 to 10-05T13:00'],
    ['a night of eight hours and a half', '2026-04-04', '22:00-06:00', '04-04T11:00 to 04-04T19:30'],
    ['begins in the repeated half', '2026-04-05', '01:45-04:00', '04-04T14:45 to 04-04T17:30'],
    ['ends in the repeated half', '2026-04-05', '00:00-01:45', '04-04T13:00 to 04-04T14:45'],
    ['ends after the repeated half', '2026-04-05', '00:00-02:00', '04-04T13:00 to 04-04T15:30'],
    ['a night of seven hours and a half', '2026-10-03', '22:00-06:00', '10-03T11:30 to 10-03T19:00'],
    ['begins in the skipped half', '2026-10-04', '02:15-06:00', '10-03T15:30 to 10-03T19:00'],
    ['ends in the skipped half', '2026-10-04', '00:00-02:15', '10-03T13:30 to 10-03T15:30'],
    ['is the skipped half', '2026-10-04', '02:00-02:30', ''],
    ['within the skipped half', '2026-10-04', '02:10-02:20', ''],
    ['a night of eight hours and a half', '2027-04-03', '22:00-06:00', '04-03T11:00 to 04-03T19:30'],
    ['a day of 24 hours and a half', '2027-04-04', '00:00-24:00', '04-03T13:00 to 04-04T13:30'],
    ['a night of seven hours and a half', '2027-10-02', '22:00-06:00', '10-02T11:30 to 10-02T19:00'],
    ['a day of 23 hours and a half', '2027-10-03', '00:00-24:00', '10-02T13:30 to 10-03T13:00'],
  ])('%s: %s %s', (_, date, text, expected) => {
    expect(stretches('Australia/Lord_Howe', date, text)).toBe(expected)
  })
})

describe('where clocks change at midnight, or never, or are far ahead or behind', () => {
  test.each([
    ['midnight is skipped', 'America/Santiago', '2026-09-05', '22:00-24:00', '09-06T02:00 to 09-06T04:00'],
    ['the day begins at 01:00', 'America/Santiago', '2026-09-06', '00:00-24:00', '09-06T04:00 to 09-07T03:00'],
    ['23:00 comes twice', 'America/Santiago', '2026-04-04', '22:00-24:00', '04-05T01:00 to 04-05T04:00'],
    ['00:00 comes twice', 'America/Havana', '2026-11-01', '00:00-02:00', '11-01T04:00 to 11-01T07:00'],
    ['the last hour is skipped', 'America/Nuuk', '2026-03-28', '22:00-24:00', '03-29T00:00 to 03-29T01:00'],
    ['begins in the last hour, skipped', 'America/Nuuk', '2026-03-28', '23:30-02:00', '03-29T01:00 to 03-29T03:00'],
    ['half hours', 'Asia/Kolkata', '2026-03-08', '09:00-17:00', '03-08T03:30 to 03-08T11:30'],
    ['half hours at night', 'Asia/Kolkata', '2026-03-07', '22:00-06:00', '03-07T16:30 to 03-08T00:30'],
    ['quarters', 'Asia/Kathmandu', '2026-10-25', '09:00-17:00', '10-25T03:15 to 10-25T11:15'],
    ['quarters, a whole day', 'Asia/Kathmandu', '2026-10-25', '00:00-24:00', '10-24T18:15 to 10-25T18:15'],
    ['14 hours ahead', 'Pacific/Kiritimati', '2026-06-01', '00:00-24:00', '05-31T10:00 to 06-01T10:00'],
    ['11 hours behind', 'Pacific/Pago_Pago', '2026-06-01', '22:00-06:00', '06-02T09:00 to 06-02T17:00'],
  ])('%s: %s %s %s', (_, zone, date, text, expected) => {
    expect(stretches(zone, date, text)).toBe(expected)
  })

  test('a night whose beginning is skipped takes nothing from the morning after it', () => {
    const days = { '2026-03-28': '23:30-02:00', '2026-03-29': '00:00-00:15 01:45-02:15' }
    const [from, to] = [Date.parse('2026-03-29T00:00Z'), Date.parse('2026-03-30T00:00Z')]
    expect(workedBetween(calendar('America/Nuuk', never, days), from, to)).toBe(long('2:15'))
  })
})

const newYorkNights = Array<string>(7).fill('22:00-06:00')

describe('when so much working time will have passed', () => {
  test.each([
    [
      'a weekend with a skipped hour',
      'America/New_York',
      office,
      '2026-03-06T16:00-05:00',
      '2:00',
      '2026-03-09T10:00-04:00',
    ],
    [
      'a weekend with a repeated hour',
      'America/New_York',
      office,
      '2026-10-30T16:00-04:00',
      '2:00',
      '2026-11-02T10:00-05:00',
    ],
    [
      'a week over a skipped hour',
      'Europe/Berlin',
      office,
      '2027-03-24T13:00+01:00',
      '40:00',
      '2027-03-31T13:00+02:00',
    ],
    ['round the clock, skipped', 'America/New_York', null, '2026-03-07T12:00-05:00', '24:00', '2026-03-08T13:00-04:00'],
    [
      'round the clock, repeated',
      'America/New_York',
      null,
      '2026-10-31T12:00-04:00',
      '24:00',
      '2026-11-01T11:00-05:00',
    ],
    [
      'round the clock, half an hour',
      'Australia/Lord_Howe',
      null,
      '2027-10-02T12:00+10:30',
      '24:00',
      '2027-10-03T12:30+11:00',
    ],
    ['days of 24 hours, skipped', 'Europe/Berlin', always, '2026-03-28T12:00+01:00', '24:00', '2026-03-29T13:00+02:00'],
    [
      'days of 24 hours, repeated',
      'Europe/Berlin',
      always,
      '2026-10-24T12:00+02:00',
      '24:00',
      '2026-10-25T11:00+01:00',
    ],
    ['nights, skipped', 'America/New_York', newYorkNights, '2025-03-08T22:00-05:00', '7:00', '2025-03-09T06:00-04:00'],
    [
      'nights, past the skipped',
      'America/New_York',
      newYorkNights,
      '2025-03-08T22:00-05:00',
      '8:00',
      '2025-03-09T23:00-04:00',
    ],
    ['nights, repeated', 'America/New_York', newYorkNights, '2027-11-06T22:00-04:00', '9:00', '2027-11-07T06:00-05:00'],
    [
      'due in the hour shown twice',
      'America/New_York',
      newYorkNights,
      '2027-11-06T22:00-04:00',
      '3:30',
      '2027-11-07T01:30-04:00',
    ],
    ['the second time', 'America/New_York', newYorkNights, '2027-11-06T22:00-04:00', '4:30', '2027-11-07T01:30-05:00'],
    [
      'from the first time',
      'America/New_York',
      newYorkNights,
      '2025-11-02T01:15-04:00',
      '1:00',
      '2025-11-02T01:15-05:00',
    ],
    [
      'from the second time',
      'America/New_York',
      newYorkNights,
      '2025-11-02T01:15-05:00',
      '1:00',
      '2025-11-02T02:15-05:00',
    ],
    ['half hours over a weekend', 'Asia/Kolkata', office, '2026-06-05T16:30+05:30', '1:00', '2026-06-08T09:30+05:30'],
    ['quarters over a weekend', 'Asia/Kathmandu', office, '2026-06-05T16:30+05:45', '1:00', '2026-06-08T09:30+05:45'],
  ])('%s: %s', (_, zone, week, from, worked, due) => {
    expect(iso(laterBy(calendar(zone, week), Date.parse(from), long(worked)))).toBe(iso(Date.parse(due)))
  })
})

test.each([
  ['before the skipped hour', 'America/New_York', '02:00-05:00', '2026-03-08T06:59:59Z', false],
  ['after the skipped hour', 'America/New_York', '02:00-05:00', '2026-03-08T07:00:00Z', true],
  ['the first 01:20', 'America/New_York', '01:15-01:45', '2026-11-01T05:20:00Z', true],
  ['the second 01:20', 'America/New_York', '01:15-01:45', '2026-11-01T06:20:00Z', false],
  ['a Monday that is still Sunday in UTC', 'Pacific/Kiritimati', '00:00-02:00', '2026-05-31T10:00:00Z', true],
  ['a Monday that is Tuesday already in UTC', 'Pacific/Pago_Pago', '22:00-24:00', '2026-06-02T10:59:59Z', true],
  ['in the shift of the day before', 'Pacific/Pago_Pago', '20:00-18:00', '2026-06-03T02:00:00Z', true],
  ['quarters: just before opening', 'Asia/Kathmandu', '09:00-17:00', '2026-06-01T03:14:59Z', false],
  ['quarters: at opening', 'Asia/Kathmandu', '09:00-17:00', '2026-06-01T03:15:00Z', true],
])('open at an instant, %s in %s: %s', (_, zone, text, when, open) => {
  expect(isOpenAt(calendar(zone, Array<string>(7).fill(text)), Date.parse(when))).toBe(open)
})
