import type { FigureUnit } from '@baton/contract'

/** Calendar days, both counted. Days are cut when facts are kept, so nothing here knows of zones or summer time. */
export interface Period {
  from: string
  to: string
}

export interface Bucket extends Period {
  /** The first day of the whole day, week, month or year, of which the period may hold a part only. */
  start: string
}

/**
 * What a period is compared with. `previous`: as many whole months for whole months, else as many days just before;
 * `year`: the same days of the year before.
 */
export function comparedWith({ from, to }: Period, compare: 'previous' | 'year'): Period {
  if (compare === 'year')
    return { from: addMonths(from, -12), to: isLastOfMonth(to) ? lastOfMonth(addMonths(to, -12)) : addMonths(to, -12) }
  if (isFirstOfMonth(from) && isLastOfMonth(to)) {
    const months = monthsBetween(from, to) + 1
    return { from: addMonths(from, -months), to: addDays(from, -1) }
  }
  const length = daysBetween(from, to) + 1
  return { from: addDays(from, -length), to: addDays(from, -1) }
}

/** Every bucket that the period touches, those without facts too. Weeks begin on Monday (ISO 8601, as in China). */
export function bucketsOf({ from, to }: Period, unit: FigureUnit): Bucket[] {
  const buckets: Bucket[] = []
  for (let start = startOf(from, unit); start <= to; start = next(start, unit)) {
    const end = addDays(next(start, unit), -1)
    buckets.push({ start, from: start < from ? from : start, to: end > to ? to : end })
  }
  return buckets
}

export function startOf(day: string, unit: FigureUnit): string {
  if (unit === 'day') return day
  if (unit === 'week') return addDays(day, -((utc(day).getUTCDay() + 6) % 7))
  return unit === 'month' ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`
}

function next(start: string, unit: FigureUnit): string {
  if (unit === 'day' || unit === 'week') return addDays(start, unit === 'day' ? 1 : 7)
  return addMonths(start, unit === 'month' ? 1 : 12)
}

const dayLength = 86_400_000
const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)
const dayOf = (time: Date): string => time.toISOString().slice(0, 10)

export const addDays = (day: string, days: number): string => dayOf(new Date(utc(day).getTime() + days * dayLength))

export const daysBetween = (from: string, to: string): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / dayLength)

/** The same day some months on, or the last of a shorter month. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return dayOf(new Date(first.getTime() + (Math.min(date, last) - 1) * dayLength))
}

const isFirstOfMonth = (day: string): boolean => day.endsWith('-01')
const isLastOfMonth = (day: string): boolean => isFirstOfMonth(addDays(day, 1))
const lastOfMonth = (day: string): string => addDays(addMonths(startOf(day, 'month'), 1), -1)

function monthsBetween(from: string, to: string): number {
  const [a = 0, b = 0] = from.split('-').map(Number)
  const [c = 0, d = 0] = to.split('-').map(Number)
  return (c - a) * 12 + d - b
}
