import { instantOf, offsetAt } from './zone.ts'

/** A length of time: `months` and `days` go by the calendar, `milliseconds` by the clock. */
export interface Duration {
  months: number
  days: number
  milliseconds: number
}

/** Reads an ISO 8601 duration of whole numbers, `P1Y2M3W4DT5H6M7S`; undefined when it is none or longer than 100 years. */
export function parseDuration(text: string): Duration | undefined {
  const parts = pattern.exec(text)
  if (!parts || text.endsWith('T') || text === 'P') return undefined
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map(part => Number(part) || 0)
  const duration = {
    months: years * 12 + months,
    days: weeks * 7 + days,
    milliseconds: ((hours * 60 + minutes) * 60 + seconds) * 1000,
  }
  const length = duration.months * 31 + duration.days + duration.milliseconds / day
  return length <= longest ? duration : undefined
}

const pattern =
  /^P(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,10})S)?)?$/
const day = 86_400_000
const longest = 100 * 12 * 31

/**
 * The instant a duration after (`direction` 1) or before (-1) another: first months (the day is cut to the month's
 * last), then days, both as clocks in the zone show them, then the exact rest. Daylight saving is thereby settled here,
 * once, for every reader.
 */
export function moveInstant(instant: number, duration: Duration, direction: 1 | -1, zone: string): number {
  const { months, days, milliseconds } = duration
  if (months === 0 && days === 0) return instant + direction * milliseconds
  const local = new Date(instant + offsetAt(instant, zone))
  const dayOfMonth = local.getUTCDate()
  local.setUTCDate(1)
  local.setUTCMonth(local.getUTCMonth() + direction * months)
  local.setUTCDate(Math.min(dayOfMonth, daysIn(local)) + direction * days)
  return instantOf(local.getTime(), zone) + direction * milliseconds
}

const daysIn = (month: Date) => new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate()
