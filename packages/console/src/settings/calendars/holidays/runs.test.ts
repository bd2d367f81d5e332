import { chineseHolidays, type DayOff } from '@baton/contract'
import { expect, test } from 'vitest'
import { daysIn, holidaysIn, type Run, runsOf, wrongOfRun } from './runs.ts'

const of2026 = chineseHolidays.filter(({ date }) => date.startsWith('2026'))

test('days are spoken of in runs, and runs are days again', () => {
  const runs = runsOf(of2026)
  expect(runs[0]).toEqual({ kind: 'off', name: '元旦', from: '2026-01-01', to: '2026-01-03' })
  expect(runs[1]).toEqual({ kind: 'work', name: '元旦调休', from: '2026-01-04', to: '2026-01-04' })
  const inOrder = of2026.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  expect(daysIn(runs)).toEqual(inOrder)
})

test('make-up days stand with their holiday', () => {
  const said = holidaysIn(of2026).map(({ name, off, work }) => [name, off.length, work.map(({ from }) => from)])
  expect(said).toEqual([
    ['元旦', 1, ['2026-01-04']],
    ['春节', 1, ['2026-02-14', '2026-02-28']],
    ['清明节', 1, []],
    ['劳动节', 1, ['2026-05-09']],
    ['端午节', 1, []],
    ['中秋节', 1, []],
    ['国庆节', 1, ['2026-09-20', '2026-10-10']],
  ])
})

test('a make-up day of no holiday stands alone, in its place', () => {
  const days: DayOff[] = [
    { date: '2027-05-01', name: '劳动节', kind: 'off' },
    { date: '2027-02-06', name: '调休', kind: 'work' },
  ]
  expect(holidaysIn(days).map(({ name }) => name)).toEqual(['调休', '劳动节'])
})

test('what is wrong with a run', () => {
  const off = (from: string, to: string, name = '春节'): Run => ({ kind: 'off', name, from, to })
  const runs = [
    off('2027-02-06', '2027-02-09'),
    off('2027-02-09', '2027-02-10'),
    off('2027-03-02', '2027-03-01'),
    off('2026-12-31', '2027-01-01'),
    off('', ''),
    off('2027-04-01', '2027-04-01', ' '),
    { kind: 'work', name: '调休', from: '2027-02-14', to: '' } as const,
  ]
  expect(runs.map(run => wrongOfRun(run, runs, 2027))).toEqual([
    undefined,
    'twice',
    'order',
    'year',
    'date',
    'name',
    undefined,
  ])
})
