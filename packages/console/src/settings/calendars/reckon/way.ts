import { type DayOff, dayAt, hoursOf, instantOf, laterBy, openAndShut, type WorkingWeek } from '@baton/contract'
import { dayAfter } from '../day.ts'

/** One day of the way to a due time, or several in a row on which nothing is open. */
export interface WayDay {
  date: string
  /** The last of several. */
  until: string
  /** What the day is called, of holidays, make-up days and days of one's own. */
  name: string | undefined
  /** Epoch milliseconds; none: shut all day. */
  open: { from: number; to: number }[]
  /** The day's own bounds, for a picture of it. */
  midnight: number
  nextMidnight: number
}

export function dueOf(working: WorkingWeek, publicDays: readonly DayOff[], from: number, hours: number) {
  return laterBy(hoursOf(working, publicDays), from, hours * 3_600_000)
}

/** Day by day what counted between two instants, in the calendar's own zone. */
export function wayOf(working: WorkingWeek, publicDays: readonly DayOff[], from: number, due: number): WayDay[] {
  const hours = hoursOf(working, publicDays)
  const names = new Map(
    working.week === null
      ? []
      : [
          ...(working.holidays ? publicDays : []).map(({ date, name }) => [date, name] as const),
          ...working.days.map(({ date, name }) => [date, name] as const),
        ],
  )
  const way: WayDay[] = []
  const last = dayAt(due, hours.zone)
  let midnight = midnightOf(dayAt(from, hours.zone), hours.zone)
  for (let date = dayAt(from, hours.zone); date <= last; date = dayAfter(date, 1)) {
    const nextMidnight = midnightOf(dayAfter(date, 1), hours.zone)
    const [begin, end] = [Math.max(from, midnight), Math.min(due, nextMidnight)]
    const open = openAndShut(hours, begin, end).flatMap(part => (part.open ? [{ from: part.from, to: part.to }] : []))
    const day = { date, until: date, name: names.get(date), open, midnight, nextMidnight }
    const before = way.at(-1)
    if (before && open.length === 0 && before.open.length === 0 && before.name === day.name) before.until = date
    else if (begin < end) way.push(day)
    midnight = nextMidnight
  }
  return way
}

const midnightOf = (date: string, zone: string): number => instantOf(Date.parse(`${date}T00:00:00Z`), zone)
