import type { Hours, Span } from './hours.ts'

/** A stretch of work as people write it: `09:00` to `18:00`. One that ends no later than it begins ends on the next day. */
export interface TimeSpan {
  from: string
  to: string
}

export interface DayOff {
  date: string
  name: string
  /** A holiday, or a weekend day on which people work instead (调休). */
  kind: 'off' | 'work'
}

export interface OwnDay {
  date: string
  name: string
  /** None: shut all day. */
  spans: readonly TimeSpan[]
}

export interface WorkingWeek {
  timezone: string
  /** From Monday to Sunday; null: round the clock. */
  week: readonly (readonly TimeSpan[])[] | null
  /** Whether it keeps the public holidays and their make-up days. */
  holidays: boolean
  /** Days of its own, which come before the public ones. */
  days: readonly OwnDay[]
}

const whole = 1440

/** In minutes after midnight; `24:00` is the end of the day. */
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** In order and without overlaps: what touches is one. */
export function spansOf(spans: readonly TimeSpan[]): Span[] {
  const merged: [number, number][] = []
  const all = spans.map(({ from, to }): [number, number] => {
    const [begin, end] = [minutesOf(from), minutesOf(to)]
    return [begin, end > begin ? end : end + whole]
  })
  for (const span of all.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1])
    else merged.push(span)
  }
  return merged
}

/**
 * A calendar as it is kept, made ready to be reckoned with. A make-up day is worked like the first day of the week that
 * has hours at all.
 */
export function hoursOf({ timezone, week, holidays, days }: WorkingWeek, publicDays: readonly DayOff[]): Hours {
  const spans = week === null ? null : week.map(spansOf)
  const workday = spans?.find(one => one.length > 0) ?? []
  return {
    zone: timezone,
    week: spans,
    days: new Map([
      ...(holidays ? publicDays : []).map(({ date, kind }) => [date, kind === 'off' ? [] : workday] as const),
      ...days.map(({ date, spans: own }) => [date, spansOf(own)] as const),
    ]),
  }
}
