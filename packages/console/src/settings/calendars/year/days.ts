import type { DayOff, WorkingWeek } from '@baton/contract'
import { dayAfter, weekdayOf, yearOf } from '../day.ts'

export const dayKinds = ['work', 'shut', 'holiday', 'makeUp', 'ownShut', 'ownOpen'] as const
export type DayKind = (typeof dayKinds)[number]

export interface YearDay {
  date: string
  kind: DayKind
  /** What it is called, where it is no day like others. */
  name: string | undefined
}

/** What each day of a year is by a calendar: its own days come before the public ones, those before the week. */
export function daysOfYear(
  year: number,
  { week, holidays, days }: WorkingWeek,
  publicDays: readonly DayOff[],
): YearDay[] {
  // Round the clock no day is unlike another.
  const kept = week === null || !holidays ? [] : publicDays
  const special = new Map<string, Omit<YearDay, 'date'>>([
    ...kept.map(({ date, name, kind }) => [date, { name, kind: kind === 'off' ? 'holiday' : 'makeUp' }] as const),
    ...(week === null ? [] : days).map(
      ({ date, name, spans }) => [date, { name, kind: spans.length > 0 ? 'ownOpen' : 'ownShut' }] as const,
    ),
  ])
  const found: YearDay[] = []
  for (let date = `${year}-01-01`; yearOf(date) === year; date = dayAfter(date, 1)) {
    const isShut = week !== null && week[weekdayOf(date)]?.length === 0
    found.push({ date, ...(special.get(date) ?? { kind: isShut ? 'shut' : 'work', name: undefined }) })
  }
  return found
}

export interface YearMonth {
  /** `2026-11-01` */
  first: string
  /** From Monday to Sunday; what belongs to another month is undefined. */
  weeks: (YearDay | undefined)[][]
}

/** The twelve months of a year. */
export function monthsOf(days: readonly YearDay[]): YearMonth[] {
  return [...Map.groupBy(days, ({ date }) => `${date.slice(0, 7)}-01`)].map(([first, month]) => {
    const cells = [...Array.from({ length: weekdayOf(first) }, () => undefined), ...month]
    const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) =>
      Array.from({ length: 7 }, (_, day) => cells[at * 7 + day]),
    )
    return { first, weeks }
  })
}
