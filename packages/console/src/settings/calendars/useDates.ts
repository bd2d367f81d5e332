import { useWords } from '../words/index.ts'
import { dayAfter } from './day.ts'

/** Calendar days, `2026-11-22`, in the reader's language. */
export interface Dates {
  /** 11月22日 */
  day: (date: string) => string
  /** 2026年11月22日 */
  full: (date: string) => string
  /** 周日 */
  weekday: (date: string) => string
  /** 日 */
  weekdayLetter: (date: string) => string
  /** 11月 */
  month: (date: string) => string
}

export function useDates(): Dates {
  const { i18n } = useWords()
  return datesIn(i18n.language)
}

/** Making formats is slow, so each language has one set for all who ask. */
function datesIn(locale: string): Dates {
  const known = made.get(locale) ?? make(locale)
  made.set(locale, known)
  return known
}

const made = new Map<string, Dates>()

function make(locale: string): Dates {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const written = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    return (date: string) => written.format(Date.parse(`${date}T00:00:00Z`))
  }
  return {
    day: format({ month: 'short', day: 'numeric' }),
    full: format({ year: 'numeric', month: 'short', day: 'numeric' }),
    weekday: format({ weekday: 'short' }),
    weekdayLetter: format({ weekday: 'narrow' }),
    // Chinese writes months with figures.
    month: format({ month: locale.startsWith('zh') ? 'numeric' : 'long' }),
  }
}

/** A Monday, to name the days of any week by. */
const monday = '2024-01-01'
export const weekDates: readonly string[] = [0, 1, 2, 3, 4, 5, 6].map(day => dayAfter(monday, day))
