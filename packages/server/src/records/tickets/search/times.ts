import { type Condition, dayAt, fold, instantOf } from '@baton/contract'

/**
 * A time as people type it: `7d`, `24h`, `2周` (within the last …); `今天`, `yesterday`; a day `2026-11-22`, a month
 * `2026-11`, and from one to another `2026-11-01..2026-11-22`, open at either end. Days are the caller's. Undefined for
 * anything else.
 */
export function timeLeaf(field: string, typed: string, now: Date, zone: string): Condition | undefined {
  const text = fold(typed).trim()
  const within = durationOf(text)
  if (within) return { field, op: 'withinLast', value: within }
  const range = /^(.*?)(?:\.\.|~|至)(.*)$/.exec(text)
  const [first, last] = range ? [range[1] ?? '', range[2] ?? ''] : [text, text]
  const from = first ? spanOf(first, now, zone) : undefined
  const to = last ? spanOf(last, now, zone) : undefined
  if ((first && !from) || (last && !to) || (!from && !to)) return undefined
  const leaves: Condition[] = []
  if (from) leaves.push({ field, op: 'atLeast', value: iso(from.from) })
  if (to) leaves.push({ field, op: 'before', value: iso(to.to) })
  return { all: leaves }
}

const units: Record<string, (n: number) => string> = {
  h: n => `PT${n}H`,
  小时: n => `PT${n}H`,
  d: n => `P${n}D`,
  天: n => `P${n}D`,
  日: n => `P${n}D`,
  w: n => `P${n}W`,
  周: n => `P${n}W`,
  m: n => `P${n}M`,
  月: n => `P${n}M`,
  个月: n => `P${n}M`,
  y: n => `P${n}Y`,
  年: n => `P${n}Y`,
}

function durationOf(text: string): string | undefined {
  const [, digits, unit = ''] = /^(\d{1,3})\s*(h|小时|d|天|日|w|周|m|个月|月|y|年)(?:内|以内)?$/.exec(text) ?? []
  return digits ? units[unit]?.(Number(digits)) : undefined
}

/** From a moment to another, the end exclusive. */
interface Span {
  from: number
  to: number
}

function spanOf(text: string, now: Date, zone: string): Span | undefined {
  const today = dayAt(now.getTime(), zone)
  if (['今天', '今日', 'today'].includes(text)) return days(today, 1, zone)
  if (['昨天', '昨日', 'yesterday'].includes(text)) return days(moved(today, -1), 1, zone)
  if (['本周', '这周', 'week'].includes(text)) return days(moved(today, -weekday(today)), 7, zone)
  if (['本月', '这个月', 'month'].includes(text)) return month(today.slice(0, 7), zone)
  const [, year, monthOf, day] = /^(\d{4})[-/.年](\d{1,2})(?:月|(?:[-/.月](\d{1,2})日?))?$/.exec(text) ?? []
  if (!year || !monthOf) return undefined
  const named = `${year}-${monthOf.padStart(2, '0')}`
  if (!day) return isDay(`${named}-01`) ? month(named, zone) : undefined
  const date = `${named}-${day.padStart(2, '0')}`
  return isDay(date) ? days(date, 1, zone) : undefined
}

const days = (first: string, count: number, zone: string): Span => ({
  from: instantOf(Date.parse(first), zone),
  to: instantOf(Date.parse(moved(first, count)), zone),
})

function month(named: string, zone: string): Span {
  const next = new Date(`${named}-01T00:00:00Z`)
  next.setUTCMonth(next.getUTCMonth() + 1)
  return { from: instantOf(Date.parse(`${named}-01`), zone), to: instantOf(next.getTime(), zone) }
}

/** Two centuries are enough: what is beyond is a slip of the finger. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && text > '1900' && text < '2100'
}

const moved = (day: string, by: number): string =>
  new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10)
/** Monday is 0. */
const weekday = (day: string): number => (new Date(day).getUTCDay() + 6) % 7
const iso = (instant: number): string => new Date(instant).toISOString()
