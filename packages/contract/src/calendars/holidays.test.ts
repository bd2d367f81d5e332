import { describe, expect, test } from 'vitest'
import { chineseHolidays } from './holidays.ts'
import { isOpenAt, laterBy, workedBetween } from './hours.ts'
import { type DayOff, hoursOf, type OwnDay, spansOf, type TimeSpan } from './week.ts'

const at = (local: string) => Date.parse(`${local.replace(' ', 'T')}+08:00`)
const shown = (instant = Number.NaN) => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const long = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}

const spans = (text: string): TimeSpan[] =>
  text.split(' ').flatMap(one => (one ? [{ from: one.slice(0, 5), to: one.slice(6) }] : []))
const office = '09:00-12:00 13:00-18:00'
const weekdays = (text: string) => [text, text, text, text, text, '', '']
const own = (days: Record<string, string>): OwnDay[] =>
  Object.entries(days).map(([date, text]) => ({ date, name: '自定', spans: spans(text) }))
const inChina = (week: readonly string[] | null, days: Record<string, string> = {}) => {
  const kept = { timezone: 'Asia/Shanghai', week: week?.map(spans) ?? null, holidays: true, days: own(days) }
  return hoursOf(kept, chineseHolidays)
}

describe('two hours from ten minutes before closing', () => {
  test.each([
    ['元旦 2025', '2024-12-31', '2025-01-02'],
    ['the Sunday before 春节 2025 is worked', '2025-01-24', '2025-01-26'],
    ['after the Sunday before 春节 2025', '2025-01-26', '2025-01-27'],
    ['春节 2025', '2025-01-27', '2025-02-05'],
    ['the Saturday after 春节 2025 is worked', '2025-02-07', '2025-02-08'],
    ['after the Saturday after 春节 2025', '2025-02-08', '2025-02-10'],
    ['清明节 2025', '2025-04-03', '2025-04-07'],
    ['the Sunday before 劳动节 2025 is worked', '2025-04-25', '2025-04-27'],
    ['after the Sunday before 劳动节 2025', '2025-04-27', '2025-04-28'],
    ['劳动节 2025', '2025-04-30', '2025-05-06'],
    ['端午节 2025', '2025-05-30', '2025-06-03'],
    ['the Sunday before 国庆节 2025 is worked', '2025-09-26', '2025-09-28'],
    ['after the Sunday before 国庆节 2025', '2025-09-28', '2025-09-29'],
    ['国庆节、中秋节 2025', '2025-09-30', '2025-10-09'],
    ['the Saturday after 国庆节 2025 is worked', '2025-10-10', '2025-10-11'],
    ['after the Saturday after 国庆节 2025', '2025-10-11', '2025-10-13'],
    ['元旦 2026, whose Sunday is worked', '2025-12-31', '2026-01-04'],
    ['after the Sunday of 元旦 2026', '2026-01-04', '2026-01-05'],
    ['the Saturday before 春节 2026 is worked', '2026-02-13', '2026-02-14'],
    ['春节 2026', '2026-02-14', '2026-02-24'],
    ['the Saturday after 春节 2026 is worked', '2026-02-27', '2026-02-28'],
    ['after the Saturday after 春节 2026', '2026-02-28', '2026-03-02'],
    ['清明节 2026', '2026-04-03', '2026-04-07'],
    ['劳动节 2026', '2026-04-30', '2026-05-06'],
    ['the Saturday after 劳动节 2026 is worked', '2026-05-08', '2026-05-09'],
    ['after the Saturday after 劳动节 2026', '2026-05-09', '2026-05-11'],
    ['端午节 2026', '2026-06-18', '2026-06-22'],
    ['the Sunday before 中秋节 2026 is worked', '2026-09-18', '2026-09-20'],
    ['after the Sunday before 中秋节 2026', '2026-09-20', '2026-09-21'],
    ['中秋节 2026', '2026-09-24', '2026-09-28'],
    ['国庆节 2026', '2026-09-30', '2026-10-08'],
    ['the Saturday after 国庆节 2026 is worked', '2026-10-09', '2026-10-10'],
    ['after the Saturday after 国庆节 2026', '2026-10-10', '2026-10-12'],
    ['a weekend like any other', '2026-10-16', '2026-10-19'],
  ])('%s: from %s they end on %s', (_, from, to) => {
    expect(shown(laterBy(inChina(weekdays(office)), at(`${from} 17:50`), long('2:00')))).toBe(`${to} 10:50`)
  })
})

// Copied from the notices by hand, day for day.
describe('every day that was announced', () => {
  test.each([
    ['2025-01', '01 28 29 30 31', '26'],
    ['2025-02', '01 02 03 04', '08'],
    ['2025-04', '04 05 06', '27'],
    ['2025-05', '01 02 03 04 05 31', ''],
    ['2025-06', '01 02', ''],
    ['2025-09', '', '28'],
    ['2025-10', '01 02 03 04 05 06 07 08', '11'],
    ['2026-01', '01 02 03', '04'],
    ['2026-02', '15 16 17 18 19 20 21 22 23', '14 28'],
    ['2026-04', '04 05 06', ''],
    ['2026-05', '01 02 03 04 05', '09'],
    ['2026-06', '19 20 21', ''],
    ['2026-09', '25 26 27', '20'],
    ['2026-10', '01 02 03 04 05 06 07', '10'],
  ])('%s: off on %s, worked on %s', (month, off, work) => {
    const dates = chineseHolidays.filter(({ date }) => date.startsWith(month))
    const daysOf = (kind: DayOff['kind']) => dates.filter(day => day.kind === kind).map(({ date }) => date.slice(8))
    expect(daysOf('off').join(' ')).toBe(off)
    expect(daysOf('work').join(' ')).toBe(work)
    const open = (day: string) => isOpenAt(inChina(weekdays(office)), at(`${month}-${day} 10:00`))
    expect(off.split(' ').some(day => day && open(day))).toBe(false)
    expect(work.split(' ').every(day => !day || open(day))).toBe(true)
  })

  test('there are no others', () => {
    expect(chineseHolidays.filter(({ kind }) => kind === 'off')).toHaveLength(61)
    expect(chineseHolidays.filter(({ kind }) => kind === 'work')).toHaveLength(11)
  })
})

const night = weekdays('22:00-06:00')

describe('the working time between, with holidays', () => {
  test.each([
    ['the ends of 2025, 248 working days', weekdays(office), {}, '2025-01-01', '2026-01-01', '1984:00'],
    ['the ends of 2026, 248 working days', weekdays(office), {}, '2026-01-01', '2027-01-01', '1984:00'],
    ['the ends of a holiday', weekdays(office), {}, '2026-10-01', '2026-10-08', '0:00'],
    ['the ends of a week with a make-up day', weekdays(office), {}, '2026-10-05', '2026-10-12', '24:00'],
    ['the ends of a week after a make-up day', weekdays(office), {}, '2026-09-20', '2026-09-27', '40:00'],
    ['the ends of a holiday, round the clock', null, {}, '2026-10-01', '2026-10-08', '168:00'],
    ['the ends of a holiday, with the tail of a night', night, {}, '2026-10-01', '2026-10-08', '6:00'],
    ['the ends of the day after, without a tail', night, {}, '2026-10-08', '2026-10-09', '2:00'],
    ['the ends of a make-up day, with two nights', night, {}, '2026-10-10', '2026-10-11', '8:00'],
    ['the ends of the day after a make-up day', night, {}, '2026-10-11', '2026-10-12', '6:00'],
    [
      'the ends of a holiday with a day of duty',
      weekdays(office),
      { '2026-10-01': '10:00-16:00' },
      '2026-10-01',
      '2026-10-08',
      '6:00',
    ],
    [
      'the ends of a make-up day that is shut',
      weekdays(office),
      { '2026-10-10': '' },
      '2026-10-10',
      '2026-10-11',
      '0:00',
    ],
    [
      'the ends of a make-up day, shut on Mondays',
      ['', '10:00-14:00', office, office, office, '', ''],
      {},
      '2026-10-10',
      '2026-10-11',
      '4:00',
    ],
    [
      'the ends of a make-up day, worked on Sundays only',
      ['', '', '', '', '', '', '07:00-08:00'],
      {},
      '2026-10-10',
      '2026-10-11',
      '1:00',
    ],
    ['the ends of a make-up day, shut for good', weekdays(''), {}, '2026-10-10', '2026-10-11', '0:00'],
  ])('%s', (_, week, days, from, to, worked) => {
    expect(workedBetween(inChina(week, days), at(`${from} 00:00`), at(`${to} 00:00`))).toBe(long(worked))
  })
})

describe('when so much working time will have passed, with holidays', () => {
  test.each([
    [
      '48 hours over a make-up day end with a day',
      weekdays(office),
      {},
      '2026-09-18 09:00',
      '48:00',
      '2026-09-24 18:00',
    ],
    ['a minute more is after the holiday', weekdays(office), {}, '2026-09-18 09:00', '48:01', '2026-09-28 09:01'],
    ['from within a holiday', weekdays(office), {}, '2025-01-30 12:00', '1:00', '2025-02-05 10:00'],
    ['a week over 春节 2026', weekdays(office), {}, '2026-02-13 14:00', '40:00', '2026-02-27 14:00'],
    ['round the clock', null, {}, '2026-09-30 23:00', '2:00', '2026-10-01 01:00'],
    ['a night goes on into a holiday', night, {}, '2026-09-30 23:00', '7:00', '2026-10-01 06:00'],
    ['a holiday takes its own nights', night, {}, '2026-09-30 23:00', '7:30', '2026-10-08 22:30'],
    ['the night before a make-up day goes on', night, {}, '2026-10-10 05:00', '2:00', '2026-10-10 23:00'],
    ['the night of a make-up day goes on', night, {}, '2026-10-11 05:00', '2:00', '2026-10-12 23:00'],
    [
      'a day of duty in a holiday',
      weekdays(office),
      { '2026-10-01': '10:00-16:00' },
      '2026-09-30 17:50',
      '2:00',
      '2026-10-01 11:50',
    ],
    [
      'a make-up day that is shut',
      weekdays(office),
      { '2026-10-10': '' },
      '2026-10-09 17:50',
      '2:00',
      '2026-10-12 10:50',
    ],
    [
      'a make-up day with other hours',
      weekdays(office),
      { '2026-10-10': '14:00-15:00' },
      '2026-10-09 17:50',
      '2:00',
      '2026-10-12 09:50',
    ],
    [
      'a day shut beside a holiday',
      weekdays(office),
      { '2026-10-08': '' },
      '2026-09-30 17:50',
      '2:00',
      '2026-10-09 10:50',
    ],
  ])('%s', (_, week, days, from, worked, due) => {
    expect(shown(laterBy(inChina(week, days), at(from), long(worked)))).toBe(due)
  })

  test.each([
    ['a Sunday is shut though others work', '2026-09-18 17:50', '2026-09-21 10:50'],
    ['a holiday is worked', '2026-09-30 17:50', '2026-10-01 10:50'],
  ])('a calendar that keeps no holidays: %s', (_, from, due) => {
    const kept = { timezone: 'Asia/Shanghai', week: weekdays(office).map(spans), holidays: false, days: [] }
    expect(shown(laterBy(hoursOf(kept, chineseHolidays), at(from), long('2:00')))).toBe(due)
  })
})

// A year that is not announced yet: people enter it themselves, or it comes with the next release.
const off2027 = ['05', '06', '07', '08', '09', '10', '11'].map(day => `2027-02-${day}`)
const work2027 = ['2027-01-31', '2027-02-13']
const public2027: DayOff[] = [
  ...off2027.map(date => ({ date, name: '春节', kind: 'off' as const })),
  ...work2027.map(date => ({ date, name: '春节调休', kind: 'work' as const })),
]
const own2027 = own(Object.fromEntries([...off2027.map(date => [date, '']), ...work2027.map(date => [date, office])]))

describe.each([
  ['days of its own', [], own2027],
  ['public days', public2027, []],
  ['both', public2027, own2027],
])('2027 given as %s', (_, publicDays, days) => {
  const kept = { timezone: 'Asia/Shanghai', week: weekdays(office).map(spans), holidays: true, days }
  const hours = hoursOf(kept, [...chineseHolidays, ...publicDays])

  test.each([
    ['the Sunday before is worked', '2027-01-29 17:50', '2:00', '2027-01-31 10:50'],
    ['after the Sunday before', '2027-01-31 17:50', '2:00', '2027-02-01 10:50'],
    ['the holiday', '2027-02-04 17:50', '2:00', '2027-02-12 10:50'],
    ['the Saturday after is worked', '2027-02-12 17:50', '2:00', '2027-02-13 10:50'],
    ['after the Saturday after', '2027-02-13 17:50', '2:00', '2027-02-15 10:50'],
    ['two days over the holiday', '2027-02-04 09:00', '16:00', '2027-02-12 18:00'],
    ['nine days', '2027-01-29 09:00', '72:00', '2027-02-15 18:00'],
  ])('%s', (__, from, worked, due) => {
    expect(shown(laterBy(hours, at(from), long(worked)))).toBe(due)
  })
})

test('a calendar made ready has spans in minutes, and its own days come before public ones', () => {
  const kept = { timezone: 'Asia/Shanghai', week: ['', '22:00-06:00', '', '', '', '', ''].map(spans), holidays: true }
  const days = own({ '2027-02-06': '10:00-24:00', '2027-03-01': '' })
  expect(hoursOf({ ...kept, days }, public2027.slice(1, 3).concat(public2027.slice(-1)))).toEqual({
    zone: 'Asia/Shanghai',
    week: [[], [[1320, 1800]], [], [], [], [], []],
    days: new Map([
      ['2027-02-06', [[600, 1440]]],
      ['2027-02-07', []],
      ['2027-02-13', [[1320, 1800]]],
      ['2027-03-01', []],
    ]),
  })
})

test('round the clock stays so', () => {
  const kept = { timezone: 'Asia/Shanghai', week: null, holidays: true, days: own({ '2027-02-06': '' }) }
  expect(hoursOf(kept, []).week).toBeNull()
})

describe('spans as minutes of the day', () => {
  test.each([
    ['none', '', ''],
    ['one', '09:00-18:00', '540-1080'],
    ['two', '09:00-12:00 13:00-18:00', '540-720 780-1080'],
    ['not in order', '13:00-18:00 09:00-12:00', '540-720 780-1080'],
    ['that touch', '09:00-12:00 12:00-18:00', '540-1080'],
    ['that overlap', '09:00-13:00 12:00-18:00', '540-1080'],
    ['one within another', '09:00-18:00 12:00-13:00', '540-1080'],
    ['one after one within another', '09:00-18:00 12:00-13:00 17:00-19:00', '540-1140'],
    ['twice the same', '09:00-18:00 09:00-18:00', '540-1080'],
    ['a minute apart', '09:00-12:00 12:01-18:00', '540-720 721-1080'],
    ['a whole day', '00:00-24:00', '0-1440'],
    ['from midnight to midnight', '00:00-00:00', '0-1440'],
    ['until 24:00', '18:00-24:00', '1080-1440'],
    ['until 00:00', '18:00-00:00', '1080-1440'],
    ['over midnight', '22:00-06:00', '1320-1800'],
    ['that end as they begin: 24 hours', '09:00-09:00', '540-1980'],
    ['a day that goes over into the night', '14:00-22:00 22:00-06:00', '840-1800'],
    ['a morning is not what its own night ends in', '22:00-06:00 00:00-08:00', '0-480 1320-1800'],
  ])('%s', (_, text, minutes) => {
    expect(
      spansOf(spans(text))
        .map(span => span.join('-'))
        .join(' '),
    ).toBe(minutes)
  })
})
