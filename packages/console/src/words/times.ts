import { capital } from './capital.ts'
import { useWords } from './Speaking.tsx'

/** Times and lengths in the reader's language and zone. */
export interface Times {
  /** 14:05 */
  clock: (iso: string) => string
  /** 14:05 today, 昨天 14:05, 11月20日 14:05, 2025年11月20日 */
  moment: (iso: string) => string
  /** 14:05 today, 明天 14:05, 11月29日周日 14:05, 2027年1月3日 14:05: what is still to come, or was just now. */
  when: (iso: string) => string
  /** 09:12 – 10:12, 昨天 17:50 – 18:00, 11月27日周五 17:50 – 11月29日周日 10:50 */
  span: (from: string, to: string) => string
  /** 2026年11月22日 14:05:09 */
  full: (iso: string) => string
  /** 今天, 昨天, 11月20日 星期五 */
  day: (iso: string) => string
  /** 3分钟前 in a list: 刚刚, 3 分钟, 2 小时, 昨天, 11/20 */
  ago: (iso: string, now: number) => string
  /** 1小时20分 */
  length: (seconds: number) => string
  /** 26 小时 20 分钟: working time, never in days, for nobody could tell how long one is. */
  worked: (seconds: number) => string
}

export function useTimes(): Times {
  const { i18n } = useWords()
  return timesIn(i18n.language)
}

/** Making formats is slow, so each language has one set for all who ask. */
function timesIn(locale: string): Times {
  const known = made.get(locale) ?? make(locale)
  made.set(locale, known)
  return known
}

const made = new Map<string, Times>()

function make(locale: string): Times {
  const zh = locale.startsWith('zh')
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(locale, { hourCycle: 'h23', ...options })
    return (iso: string) => made.format(new Date(iso))
  }
  const clock = format({ hour: '2-digit', minute: '2-digit' })
  const short = format({ month: 'short', day: 'numeric' })
  const numeric = format({ month: 'numeric', day: 'numeric' })
  const withYear = format({ year: 'numeric', month: 'short', day: 'numeric' })
  const withWeekday = format({ month: 'short', day: 'numeric', weekday: 'short' })
  const full = format({
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const dayWord = (iso: string): string | undefined => {
    const days = daysAgo(iso)
    return days === 0 || days === 1 ? capital(near.format(-days, 'day')) : undefined
  }
  const when = (iso: string): string => {
    const days = daysAgo(iso)
    if (days === 0) return clock(iso)
    if (Math.abs(days) === 1) return `${near.format(-days, 'day')} ${clock(iso)}`
    return `${sameYear(iso) ? withWeekday(iso) : withYear(iso)} ${clock(iso)}`
  }
  const dayed = (iso: string): string => (daysAgo(iso) === 0 ? `${near.format(0, 'day')} ${clock(iso)}` : when(iso))
  const sameYear = (iso: string) => new Date(iso).getFullYear() === new Date().getFullYear()

  return {
    clock,
    full,
    moment: iso => {
      const days = daysAgo(iso)
      if (days === 0) return clock(iso)
      if (!sameYear(iso)) return withYear(iso)
      return `${days === 1 ? dayWord(iso) : short(iso)} ${clock(iso)}`
    },
    when,
    span: (from, to) =>
      capital(daysAgo(from) === daysAgo(to) ? `${when(from)} – ${clock(to)}` : `${dayed(from)} – ${dayed(to)}`),
    day: iso => dayWord(iso) ?? (sameYear(iso) ? withWeekday(iso) : withYear(iso)),
    ago: (iso, now) => {
      const seconds = (now - Date.parse(iso)) / 1000
      if (seconds < 60) return zh ? '刚刚' : 'now'
      if (seconds < 3600) return zh ? `${Math.floor(seconds / 60)} 分钟前` : `${Math.floor(seconds / 60)}m ago`
      if (daysAgo(iso) === 0) return clock(iso)
      return dayWord(iso) ?? (sameYear(iso) ? numeric(iso) : withYear(iso))
    },
    length: seconds => lengthIn(zh, seconds),
    worked: seconds => workedIn(zh, seconds),
  }
}

/** As the server says it in its sentences. */
function workedIn(zh: boolean, seconds: number): string {
  const minutes = Math.round(seconds / 60)
  if (seconds > 0 && minutes === 0) return `${Math.round(seconds)} ${zh ? '秒' : 's'}`
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [
    ...(hours > 0 ? [`${hours} ${zh ? '小时' : 'h'}`] : []),
    ...(rest > 0 || hours === 0 ? [`${rest} ${zh ? '分钟' : 'min'}`] : []),
  ]
  return parts.join(' ')
}

/** The two largest units are enough: 2天3小时, 1小时20分, 45秒. */
function lengthIn(zh: boolean, seconds: number): string {
  const s = Math.max(0, Math.round(seconds))
  const days = Math.floor(s / 86_400)
  const hours = Math.floor((s % 86_400) / 3600)
  const minutes = Math.floor((s % 3600) / 60)
  const d = zh ? '天' : 'd'
  const h = zh ? '小时' : 'h'
  const m = zh ? '分' : 'm'
  const join = zh ? '' : ' '
  if (days) return hours && days < 7 ? `${days}${d}${join}${hours}${h}` : `${days}${d}`
  if (hours) return minutes ? `${hours}${h}${join}${minutes}${m}` : `${hours}${h}`
  if (minutes) return zh ? `${minutes}分钟` : `${minutes}m`
  return `${s}${zh ? '秒' : 's'}`
}

function daysAgo(iso: string): number {
  const midnight = (time: Date) => new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime()
  return Math.round((midnight(new Date()) - midnight(new Date(iso))) / 86_400_000)
}
