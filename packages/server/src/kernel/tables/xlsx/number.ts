import type { ReadCell } from '../table.ts'
import type { Shown } from './format.ts'

const daySeconds = 86_400
/** Days between the two ways of counting. */
const days1904 = 1462
/** The day after 9999-12-31. */
const endOfDays = 2_958_466

/** A number of the file as what its format shows. Only days that there are become dates; all else stays a number. */
export function numberCell(raw: string, shown: Shown, from1904: boolean): ReadCell {
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(raw)) return { text: raw }
  const number = Number(raw)
  if (!Number.isFinite(number)) return { text: raw }
  if (shown === 'elapsed') return { number, text: elapsedText(number) }
  return (shown !== 'number' && dayCell(number, shown, from1904)) || { number, text: numberText(raw, number) }
}

function dayCell(serial: number, shown: 'date' | 'moment' | 'clock', from1904: boolean): ReadCell | undefined {
  // Spreadsheets keep a second as a fraction of the day, never quite exactly.
  const seconds = Math.round(serial * daySeconds)
  const day = Math.floor(seconds / daySeconds)
  const second = seconds - day * daySeconds
  if (serial >= 0 && serial < 1 && (shown === 'clock' || second > 0 || day > 0))
    return { clock: clockText(Math.min(seconds, daySeconds - 1)) }
  const date = dateText(from1904 ? day + days1904 : day)
  if (date === undefined) return undefined
  return shown === 'date' ? { date } : { moment: `${date}T${clockText(second)}` }
}

/** Day 1 is 1900-01-01, and day 60 the 29th of February of that year, which never was but is counted. */
function dateText(day: number): string | undefined {
  if (day < 1 || day === 60 || day >= endOfDays) return undefined
  return new Date((day - (day > 60 ? 25_569 : 25_568)) * daySeconds * 1000).toISOString().slice(0, 10)
}

const two = (n: number) => String(n).padStart(2, '0')
const clockText = (seconds: number) =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`

function elapsedText(days: number): string {
  const seconds = Math.round(Math.abs(days) * daySeconds)
  return `${days < 0 && seconds > 0 ? '-' : ''}${clockText(seconds)}`
}

/** Whole numbers as they stand; others as short as they are still the same, without an exponent. */
function numberText(raw: string, number: number): string {
  return /^-?\d+$/.test(raw) ? raw : plain(String(number))
}

function plain(text: string): string {
  const [, sign = '', whole = '', part = '', exponent] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? []
  if (exponent === undefined) return text
  const digits = whole + part
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return point >= digits.length
    ? `${sign}${digits.padEnd(point, '0')}`
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}
