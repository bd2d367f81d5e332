import { describe, expect, test } from 'vitest'
import { type Hours, isOpenAt, laterBy, openAndShut, openFrom, type Span, workedBetween } from './hours.ts'
import { hoursOf, type TimeSpan } from './week.ts'

/** All here is in Shanghai, whose clocks never change; 2026-06-01 is a Monday. */
const at = (local: string) => Date.parse(`${local.replace(' ', 'T')}+08:00`)
const shown = (instant = Number.NaN) =>
  Number.isNaN(instant) ? 'never' : new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
const long = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}

const spans = (text: string): TimeSpan[] =>
  text.split(' ').flatMap(one => (one ? [{ from: one.slice(0, 5), to: one.slice(6) }] : []))
/** Gives up in the end: a calendar that never shuts shall not be looked at for ever. */
class Days extends Map<string, readonly Span[]> {
  #looks = 0
  override get(date: string) {
    if (++this.#looks > 20_000) throw new Error('looked at 20000 days')
    return super.get(date)
  }
}
const calendar = (week: readonly string[] | null, own: Record<string, string> = {}): Hours => {
  const days = Object.entries(own).map(([date, text]) => ({ date, name: '自定', spans: spans(text) }))
  const kept = { timezone: 'Asia/Shanghai', week: week?.map(spans) ?? null, holidays: false, days }
  const hours = hoursOf(kept, [])
  return { ...hours, days: new Days(hours.days) }
}
const weekdays = (text: string) => [text, text, text, text, text, '', '']
const never = ['', '', '', '', '', '', '']

const office = weekdays('09:00-12:00 13:00-18:00')
const shifts = [...Array.from({ length: 6 }, () => '08:00-12:00 14:00-18:00 19:00-21:00'), '']
const night = weekdays('22:00-06:00')

describe('when so much working time will have passed', () => {
  test.each([
    ['within the morning', office, {}, '2026-06-01 09:30', '2:00', '2026-06-01 11:30'],
    ['over lunch', office, {}, '2026-06-01 11:00', '2:00', '2026-06-01 14:00'],
    ['from within lunch', office, {}, '2026-06-01 12:30', '1:00', '2026-06-01 14:00'],
    ['from the beginning of lunch', office, {}, '2026-06-01 12:00', '1:00', '2026-06-01 14:00'],
    ['from the end of lunch', office, {}, '2026-06-01 13:00', '1:00', '2026-06-01 14:00'],
    ['due when lunch begins', office, {}, '2026-06-01 09:00', '3:00', '2026-06-01 12:00'],
    ['a minute more is after lunch', office, {}, '2026-06-01 09:00', '3:01', '2026-06-01 13:01'],
    ['from before opening', office, {}, '2026-06-01 07:15', '0:30', '2026-06-01 09:30'],
    ['from midnight', office, {}, '2026-06-01 00:00', '8:00', '2026-06-01 18:00'],
    ['a whole day is due at its end', office, {}, '2026-06-01 09:00', '8:00', '2026-06-01 18:00'],
    ['a minute more is on the next day', office, {}, '2026-06-01 09:00', '8:01', '2026-06-02 09:01'],
    ['from after closing', office, {}, '2026-06-01 18:30', '1:00', '2026-06-02 10:00'],
    ['from closing', office, {}, '2026-06-01 18:00', '1:00', '2026-06-02 10:00'],
    ['a day from closing', office, {}, '2026-06-01 18:00', '8:00', '2026-06-02 18:00'],
    ['the last minute', office, {}, '2026-06-01 17:59', '0:01', '2026-06-01 18:00'],
    ['a minute after the last minute', office, {}, '2026-06-01 17:59', '0:02', '2026-06-02 09:01'],
    ['seconds are kept over night', office, {}, '2026-06-01 17:59:30', '0:01', '2026-06-02 09:00:30'],
    ['over night', office, {}, '2026-06-01 17:50', '2:00', '2026-06-02 10:50'],
    ['over night and lunch', office, {}, '2026-06-01 16:00', '6:00', '2026-06-02 14:00'],
    ['none, while open', office, {}, '2026-06-01 10:00', '0:00', '2026-06-01 10:00'],
    ['none, in lunch', office, {}, '2026-06-01 12:30', '0:00', '2026-06-01 12:30'],
    ['none, on a Sunday', office, {}, '2026-06-07 15:00', '0:00', '2026-06-07 15:00'],
    ['Friday to its end', office, {}, '2026-06-05 10:00', '7:00', '2026-06-05 18:00'],
    ['over the weekend', office, {}, '2026-06-05 17:00', '2:00', '2026-06-08 10:00'],
    ['from the end of Friday', office, {}, '2026-06-05 18:00', '8:00', '2026-06-08 18:00'],
    ['from Saturday', office, {}, '2026-06-06 12:00', '0:01', '2026-06-08 09:01'],
    ['from the end of Sunday', office, {}, '2026-06-07 23:59', '3:00', '2026-06-08 12:00'],
    ['a week', office, {}, '2026-06-01 09:00', '40:00', '2026-06-05 18:00'],
    ['a week and a minute', office, {}, '2026-06-01 09:00', '40:01', '2026-06-08 09:01'],
    ['two weeks', office, {}, '2026-06-01 09:00', '80:00', '2026-06-12 18:00'],
    ['three days from a Wednesday', office, {}, '2026-06-03 14:00', '24:00', '2026-06-08 14:00'],
    ['the 22 working days of June', office, {}, '2026-06-01 09:00', '176:00', '2026-06-30 18:00'],
    ['over the end of the year', office, {}, '2026-12-31 17:00', '2:00', '2027-01-01 10:00'],
    ['over the end of the year on a Friday', office, {}, '2027-12-31 17:00', '2:00', '2028-01-03 10:00'],
    ['over a leap day', office, {}, '2028-02-28 17:00', '10:00', '2028-03-01 10:00'],
    ['over the end of a February without one', office, {}, '2027-02-26 17:00', '2:00', '2027-03-01 10:00'],

    ['round the clock', null, {}, '2026-06-07 03:00', '30:00', '2026-06-08 09:00'],
    ['round the clock, none', null, {}, '2026-06-07 03:00', '0:00', '2026-06-07 03:00'],
    ['round the clock over a leap day', null, {}, '2028-02-28 12:00', '48:00', '2028-03-01 12:00'],
    ['round the clock, whatever the day', null, { '2026-06-07': '' }, '2026-06-06 23:00', '2:00', '2026-06-07 01:00'],
    ['days of 24 hours', Array(7).fill('00:00-24:00'), {}, '2026-06-06 23:00', '26:00', '2026-06-08 01:00'],

    ['over the break of shifts', shifts, {}, '2026-06-01 11:30', '1:00', '2026-06-01 14:30'],
    ['over both breaks of shifts', shifts, {}, '2026-06-01 11:30', '5:00', '2026-06-01 19:30'],
    ['from between shifts to the end of the last', shifts, {}, '2026-06-01 18:30', '2:00', '2026-06-01 21:00'],
    ['over night with shifts', shifts, {}, '2026-06-01 20:00', '2:00', '2026-06-02 09:00'],
    ['over Sunday with shifts', shifts, {}, '2026-06-06 20:30', '1:00', '2026-06-08 08:30'],
    ['a week of shifts', shifts, {}, '2026-06-01 08:00', '60:00', '2026-06-06 21:00'],

    ['a night shift', night, {}, '2026-06-01 22:00', '8:00', '2026-06-02 06:00'],
    ['over midnight', night, {}, '2026-06-01 23:00', '2:00', '2026-06-02 01:00'],
    ['from after midnight to the next night', night, {}, '2026-06-02 05:00', '2:00', '2026-06-02 23:00'],
    ['from the end of a night shift', night, {}, '2026-06-02 06:00', '1:00', '2026-06-02 23:00'],
    ['from after midnight to the end', night, {}, '2026-06-02 03:00', '3:00', '2026-06-02 06:00'],
    ['Sunday has no night shift that goes on', night, {}, '2026-06-01 02:00', '1:00', '2026-06-01 23:00'],
    ["Friday's goes on", night, {}, '2026-06-06 05:00', '2:00', '2026-06-08 23:00'],
    ['Saturday has none', night, {}, '2026-06-06 22:00', '1:00', '2026-06-08 23:00'],
    ['a week of nights ends on Saturday', night, {}, '2026-06-01 00:00', '40:00', '2026-06-06 06:00'],
    ['a night shift until 24:00', weekdays('18:00-24:00'), {}, '2026-06-01 23:00', '1:00', '2026-06-02 00:00'],
    ['a night shift until 00:00', weekdays('18:00-00:00'), {}, '2026-06-01 23:00', '1:30', '2026-06-02 18:30'],
    ["a holiday leaves the day before's", night, { '2026-06-03': '' }, '2026-06-02 23:00', '7:00', '2026-06-03 06:00'],
    ['a holiday takes its own', night, { '2026-06-03': '' }, '2026-06-02 23:00', '8:00', '2026-06-04 23:00'],
    ['from a tail on a holiday', night, { '2026-06-03': '' }, '2026-06-03 04:00', '2:00', '2026-06-03 06:00'],
    ['from the evening of a holiday', night, { '2026-06-03': '' }, '2026-06-03 22:30', '0:30', '2026-06-04 22:30'],
    ['after a holiday nothing goes on', night, { '2026-06-03': '' }, '2026-06-04 02:00', '1:00', '2026-06-04 23:00'],
    ['an own night', night, { '2026-06-07': '22:00-06:00' }, '2026-06-08 05:30', '1:00', '2026-06-08 22:30'],
    ['shifts that touch', weekdays('06:00-18:00 18:00-06:00'), {}, '2026-06-01 05:00', '2:00', '2026-06-01 08:00'],
    ['to the last tail', weekdays('06:00-18:00 18:00-06:00'), {}, '2026-06-05 17:00', '13:00', '2026-06-06 06:00'],
    ['past the last tail', weekdays('06:00-18:00 18:00-06:00'), {}, '2026-06-05 17:00', '14:00', '2026-06-08 07:00'],
    ['a tail over a morning', weekdays('07:00-10:00 20:00-08:00'), {}, '2026-06-02 06:00', '3:00', '2026-06-02 09:00'],

    ['a shorter day', office, { '2026-06-02': '10:00-11:00' }, '2026-06-01 17:00', '2:00', '2026-06-02 11:00'],
    ['over a shorter day', office, { '2026-06-02': '10:00-11:00' }, '2026-06-01 17:00', '3:00', '2026-06-03 10:00'],
    ['an own Saturday', office, { '2026-06-06': '10:00-16:00' }, '2026-06-05 17:00', '3:00', '2026-06-06 12:00'],
    ['a day of its own that is shut', office, { '2026-06-02': '' }, '2026-06-01 17:00', '2:00', '2026-06-03 10:00'],

    ['shut for good', never, {}, '2026-06-01 09:00', '0:01', 'never'],
    ['shut for good, none', never, {}, '2026-06-01 09:00', '0:00', '2026-06-01 09:00'],
    ['the last day', never, { '2026-07-01': '10:00-12:00' }, '2026-06-01 09:00', '2:00', '2026-07-01 12:00'],
    ['past the last day', never, { '2026-07-01': '10:00-12:00' }, '2026-06-01 09:00', '2:01', 'never'],
    ['after the last day', never, { '2026-07-01': '10:00-12:00' }, '2026-07-01 12:00', '0:01', 'never'],
    ['a day a thousand days on', never, { '2029-02-25': '10:00-12:00' }, '2026-06-01', '1:00', '2029-02-25 11:00'],
    [
      'an hour a week for 200 weeks',
      ['10:00-11:00', '', '', '', '', '', ''],
      {},
      '2026-06-01',
      '200:00',
      '2030-03-25 11:00',
    ],
    ['four years shut are for good', never, { '2030-06-03': '10:00-12:00' }, '2026-06-01', '1:00', 'never'],
  ])('%s', (_, week, own, from, worked, due) => {
    const start = at(from.length > 10 ? from : `${from} 00:00`)
    expect(shown(laterBy(calendar(week, own), start, long(worked)))).toBe(
      due.length > 16 || due === 'never' ? due : `${due}:00`,
    )
  })
})

describe('the working time between', () => {
  test.each([
    ['an instant and itself', office, {}, '2026-06-01 10:00', '2026-06-01 10:00', '0:00'],
    ['the wrong way round', office, {}, '2026-06-01 11:00', '2026-06-01 10:00', '0:00'],
    ['the wrong way round, round the clock', null, {}, '2026-06-01 11:00', '2026-06-01 10:00', '0:00'],
    ['within the morning', office, {}, '2026-06-01 09:10', '2026-06-01 11:50', '2:40'],
    ['over lunch', office, {}, '2026-06-01 11:30', '2026-06-01 13:30', '1:00'],
    ['within lunch', office, {}, '2026-06-01 12:10', '2026-06-01 12:50', '0:00'],
    ['the whole of lunch', office, {}, '2026-06-01 12:00', '2026-06-01 13:00', '0:00'],
    ['before opening and after closing', office, {}, '2026-06-01 06:00', '2026-06-01 22:00', '8:00'],
    ['opening and closing', office, {}, '2026-06-01 09:00', '2026-06-01 18:00', '8:00'],
    ['closing and opening', office, {}, '2026-06-01 18:00', '2026-06-02 09:00', '0:00'],
    ['two midnights', office, {}, '2026-06-01 00:00', '2026-06-02 00:00', '8:00'],
    ['Friday and Monday', office, {}, '2026-06-05 17:00', '2026-06-08 10:00', '2:00'],
    ['the ends of a weekend', office, {}, '2026-06-05 18:00', '2026-06-08 09:00', '0:00'],
    ['a Monday and the next', office, {}, '2026-06-01 09:00', '2026-06-08 09:00', '40:00'],
    ['the ends of June', office, {}, '2026-06-01 00:00', '2026-07-01 00:00', '176:00'],
    ['the ends of 2026, 261 weekdays', office, {}, '2026-01-01 00:00', '2027-01-01 00:00', '2088:00'],
    ['the ends of a leap February', office, {}, '2028-02-01 00:00', '2028-03-01 00:00', '168:00'],
    ['a weekend, round the clock', null, {}, '2026-06-06 00:00', '2026-06-08 00:00', '48:00'],
    ['a day of shifts', shifts, {}, '2026-06-01 00:00', '2026-06-02 00:00', '10:00'],
    ['the middles of shifts', shifts, {}, '2026-06-01 10:00', '2026-06-01 20:00', '7:00'],
    ['the halves of a night', night, {}, '2026-06-01 23:30', '2026-06-02 00:30', '1:00'],
    ['two midnights with a night shift', night, {}, '2026-06-02 00:00', '2026-06-03 00:00', '8:00'],
    ['the ends of a Saturday after a night', night, {}, '2026-06-06 00:00', '2026-06-07 00:00', '6:00'],
    ['the ends of a Monday before a night', night, {}, '2026-06-01 00:00', '2026-06-02 00:00', '2:00'],
    ['the ends of a holiday', night, { '2026-06-03': '' }, '2026-06-03 00:00', '2026-06-04 00:00', '6:00'],
    ['the ends of the day after', night, { '2026-06-03': '' }, '2026-06-04 00:00', '2026-06-05 00:00', '2:00'],
    ['what lies in two spans once', weekdays('07:00-10:00 20:00-08:00'), {}, '2026-06-02', '2026-06-03', '14:00'],
    ['a span within the tail of a night', weekdays('07:00-07:30 20:00-08:00'), {}, '2026-06-02', '2026-06-03', '12:00'],
    ['spans that overlap', weekdays('09:00-12:00 11:00-15:00'), {}, '2026-06-02', '2026-06-03', '6:00'],
    ['the ends of an own Sunday', office, { '2026-06-07': '10:00-11:30' }, '2026-06-07', '2026-06-08', '1:30'],
    ['anything when shut for good', never, {}, '2026-01-01 00:00', '2029-01-01 00:00', '0:00'],
  ])('%s', (_, week, own, from, to, worked) => {
    const [start, end] = [from, to].map(one => at(one.length > 10 ? one : `${one} 00:00`)) as [number, number]
    expect(workedBetween(calendar(week, own), start, end)).toBe(long(worked))
  })
})

describe('whether it is open', () => {
  test.each([
    ['before opening', office, '2026-06-01 08:59:59', false],
    ['at opening', office, '2026-06-01 09:00', true],
    ['just before lunch', office, '2026-06-01 11:59:59', true],
    ['when lunch begins', office, '2026-06-01 12:00', false],
    ['when lunch ends', office, '2026-06-01 13:00', true],
    ['just before closing', office, '2026-06-01 17:59:59', true],
    ['at closing', office, '2026-06-01 18:00', false],
    ['on Saturday', office, '2026-06-06 10:00', false],
    ['round the clock on Sunday', null, '2026-06-07 03:00', true],
    ['after midnight in a night shift', night, '2026-06-02 00:00', true],
    ['on Saturday in the night shift of Friday', night, '2026-06-06 05:59', true],
    ['on Saturday evening', night, '2026-06-06 22:00', false],
    ['early on Monday', night, '2026-06-01 05:00', false],
    ['where one shift hands over to the next', weekdays('06:00-18:00 18:00-06:00'), '2026-06-02 18:00', true],
    ['at midnight between days of 24 hours', Array(7).fill('00:00-24:00'), '2026-06-02 00:00', true],
    ['when shut for good', never, '2026-06-02 10:00', false],
  ])('%s', (_, week, when, open) => {
    expect(isOpenAt(calendar(week), at(when))).toBe(open)
  })
})

describe('time cut where it opens and shuts', () => {
  const cut = (week: readonly string[] | null, from: string, to: string) =>
    openAndShut(calendar(week), at(`2026-06-${from}`), at(`2026-06-${to}`)).map(
      one => `${one.open ? 'open' : 'shut'} ${shown(one.from).slice(8, 16)} to ${shown(one.to).slice(8, 16)}`,
    )

  test.each([
    ['within a span', office, '01 10:00', '01 11:00', ['open 01 10:00 to 01 11:00']],
    ['within lunch', office, '01 12:10', '01 12:50', ['shut 01 12:10 to 01 12:50']],
    ['exactly a span', office, '01 09:00', '01 12:00', ['open 01 09:00 to 01 12:00']],
    ['exactly lunch', office, '01 12:00', '01 13:00', ['shut 01 12:00 to 01 13:00']],
    [
      'a day',
      office,
      '01 00:00',
      '02 00:00',
      [
        'shut 01 00:00 to 01 09:00',
        'open 01 09:00 to 01 12:00',
        'shut 01 12:00 to 01 13:00',
        'open 01 13:00 to 01 18:00',
        'shut 01 18:00 to 02 00:00',
      ],
    ],
    [
      'a weekend',
      office,
      '05 17:00',
      '08 10:00',
      ['open 05 17:00 to 05 18:00', 'shut 05 18:00 to 08 09:00', 'open 08 09:00 to 08 10:00'],
    ],
    ['a night is one piece', night, '01 22:00', '02 06:00', ['open 01 22:00 to 02 06:00']],
    [
      'days of 24 hours are one piece',
      Array(7).fill('00:00-24:00'),
      '01 10:00',
      '04 10:00',
      ['open 01 10:00 to 04 10:00'],
    ],
    [
      'shifts that touch are one',
      weekdays('06:00-18:00 18:00-06:00'),
      '01 10:00',
      '02 10:00',
      ['open 01 10:00 to 02 10:00'],
    ],
    [
      'a tail over a morning is one',
      weekdays('07:00-10:00 20:00-08:00'),
      '01 20:00',
      '02 10:00',
      ['open 01 20:00 to 02 10:00'],
    ],
    ['round the clock', null, '06 10:00', '08 10:00', ['open 06 10:00 to 08 10:00']],
    ['shut for good', never, '01 10:00', '04 10:00', ['shut 01 10:00 to 04 10:00']],
    ['no time while shut', office, '01 12:30', '01 12:30', []],
    ['no time while open', office, '01 10:00', '01 10:00', []],
    ['the wrong way round while open', office, '01 11:00', '01 10:00', []],
    ['the wrong way round, round the clock', null, '01 11:00', '01 10:00', []],
  ])('%s', (_, week, from, to, pieces) => {
    expect(cut(week, from, to)).toEqual(pieces)
  })
})

test('the first open stretch may have begun before', () => {
  const [first] = openFrom(calendar(night), at('2026-06-02 05:00'))
  expect(first?.map(shown)).toEqual(['2026-06-01 22:00:00', '2026-06-02 06:00:00'])
})
