import type { OwnDay, TimeSpan, WorkingWeek } from '@baton/contract'
import type { CalendarRecord } from '../records.ts'
import { clockOf } from './clockTime.ts'

/** A calendar while it is written: times may be half typed, days without a date. */
export interface Draft {
  name: string
  timezone: string
  always: boolean
  week: TimeSpan[][]
  holidays: boolean
  days: DraftDay[]
}

export interface DraftDay {
  date: string
  name: string
  spans: TimeSpan[]
}

export const usualDay: readonly TimeSpan[] = [{ from: '09:00', to: '18:00' }]

export const newDraft = (timezone: string): Draft => ({
  name: '',
  timezone,
  always: false,
  week: [0, 1, 2, 3, 4, 5, 6].map(day => (day < 5 ? [...usualDay] : [])),
  holidays: true,
  days: [],
})

export const draftOf = ({ name, timezone, week, holidays, days }: CalendarRecord): Draft => ({
  name,
  timezone,
  always: week === null,
  week: week ?? newDraft(timezone).week,
  holidays,
  days: days.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
})

/** As it is sent: a wrong time goes as it was typed, for the server to say so. */
export const sentOf = ({ name, timezone, always, week, holidays, days }: Draft) => ({
  name: name.trim(),
  timezone,
  week: always ? null : week.map(writtenOut),
  holidays,
  days: days.map(day => ({ date: day.date, name: day.name.trim(), spans: writtenOut(day.spans) })),
})

/** What can be reckoned with and drawn already: without what is not finished. */
export const workingOf = ({ timezone, always, week, holidays, days }: Draft): WorkingWeek => ({
  timezone,
  week: always ? null : week.map(finished),
  holidays,
  days: days.flatMap((day): OwnDay[] => (day.date ? [{ ...day, spans: finished(day.spans) }] : [])),
})

const writtenOut = (spans: readonly TimeSpan[]): TimeSpan[] =>
  spans.map(({ from, to }) => ({ from: clockOf(from) ?? from, to: clockOf(to) ?? to }))

const finished = (spans: readonly TimeSpan[]): TimeSpan[] => writtenOut(spans).filter(span => !wrongOfSpan(span))

/** What is wrong with a span; the end may stand before the beginning, it is on the next day then. */
export function wrongOfSpan({ from, to }: TimeSpan): 'time' | 'begin' | undefined {
  const begin = clockOf(from)
  if (!begin || !clockOf(to)) return 'time'
  return begin === '24:00' ? 'begin' : undefined
}

export const isOvernight = ({ from, to }: TimeSpan): boolean => {
  const [begin, end] = [clockOf(from), clockOf(to)]
  return begin !== undefined && end !== undefined && end <= begin
}

export function wrongOfDay(day: DraftDay, days: readonly DraftDay[]): 'date' | 'name' | 'twice' | undefined {
  if (!day.date) return 'date'
  if (days.find(({ date }) => date === day.date) !== day) return 'twice'
  return day.name.trim() ? undefined : 'name'
}
