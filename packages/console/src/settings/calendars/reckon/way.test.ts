import { chineseHolidays, type WorkingWeek } from '@baton/contract'
import { expect, test } from 'vitest'
import { dueOf, wayOf } from './way.ts'

const day = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
]
const week: WorkingWeek = {
  timezone: 'Asia/Shanghai',
  week: [day, day, day, day, day, [], []],
  holidays: true,
  days: [],
}
const said = (working: WorkingWeek, from: string, hours: number) => {
  const start = Date.parse(from)
  const due = dueOf(working, chineseHolidays, start, hours) ?? Number.NaN
  const clock = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)
  return wayOf(working, chineseHolidays, start, due).map(({ date, until, name, open }) =>
    [date === until ? date : `${date}/${until}`, name, ...open.map(one => `${clock(one.from)}-${clock(one.to)}`)]
      .filter(Boolean)
      .join(' '),
  )
}

test('over a weekend', () => {
  expect(said(week, '2026-11-27T17:00:00+08:00', 3)).toEqual([
    '2026-11-27 17:00-18:00',
    '2026-11-28/2026-11-29',
    '2026-11-30 09:00-11:00',
  ])
})

test('over holidays and a make-up day, which are called by their names', () => {
  expect(said(week, '2026-09-30T17:00:00+08:00', 9)).toEqual([
    '2026-09-30 17:00-18:00',
    '2026-10-01/2026-10-07 国庆节',
    '2026-10-08 09:00-12:00 13:00-18:00',
  ])
  expect(said(week, '2026-02-14T16:00:00+08:00', 3)).toEqual([
    '2026-02-14 春节调休 16:00-18:00',
    '2026-02-15/2026-02-23 春节',
    '2026-02-24 09:00-10:00',
  ])
})

test('a night shift is told on both of its days', () => {
  const nights = { ...week, holidays: false, week: week.week?.map(() => [{ from: '22:00', to: '06:00' }]) ?? null }
  expect(said(nights, '2026-11-27T23:00:00+08:00', 3)).toEqual(['2026-11-27 23:00-00:00', '2026-11-28 00:00-02:00'])
})

test('a week without hours never gets there', () => {
  expect(dueOf({ ...week, week: [[], [], [], [], [], [], []] }, [], Date.now(), 1)).toBeUndefined()
})
