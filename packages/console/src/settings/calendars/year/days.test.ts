import { chineseHolidays, type WorkingWeek } from '@baton/contract'
import { expect, test } from 'vitest'
import { daysOfYear, monthsOf } from './days.ts'

const day = [{ from: '09:00', to: '18:00' }]
const working: WorkingWeek = {
  timezone: 'Asia/Shanghai',
  week: [day, day, day, day, day, [], []],
  holidays: true,
  days: [
    { date: '2026-10-08', name: '盘点', spans: [] },
    { date: '2026-10-10', name: '大促', spans: day },
  ],
}
const kindsOn = (calendar: WorkingWeek, ...dates: string[]) => {
  const days = daysOfYear(2026, calendar, chineseHolidays)
  return dates.map(date => days.find(one => one.date === date)?.kind)
}
const dates = ['2026-09-20', '2026-10-01', '2026-10-08', '2026-10-09', '2026-10-10', '2026-10-11']

test('own days come before public ones, those before the week', () => {
  expect(kindsOn(working, ...dates)).toEqual(['makeUp', 'holiday', 'ownShut', 'work', 'ownOpen', 'shut'])
})

test('without public holidays only the week and the own days count', () => {
  expect(kindsOn({ ...working, holidays: false }, ...dates)).toEqual([
    'shut',
    'work',
    'ownShut',
    'work',
    'ownOpen',
    'shut',
  ])
})

test('round the clock no day is unlike another', () => {
  expect(new Set(daysOfYear(2026, { ...working, week: null }, chineseHolidays).map(({ kind }) => kind))).toEqual(
    new Set(['work']),
  )
})

test('a year stands in twelve months of weeks', () => {
  const months = monthsOf(daysOfYear(2024, working, []))
  expect(months).toHaveLength(12)
  // The first of February 2024 was a Thursday, and there was a 29th.
  expect(months[1]?.weeks[0]?.map(cell => cell?.date.slice(8))).toEqual([
    undefined,
    undefined,
    undefined,
    '01',
    '02',
    '03',
    '04',
  ])
  expect(months[1]?.weeks.flat().filter(Boolean)).toHaveLength(29)
})
