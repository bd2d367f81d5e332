import { isDecimal } from '../conditions/decimal.ts'
import { instantOfText, isDay } from '../conditions/value.ts'
import { rounded } from './formula/index.ts'
import { isIdCard } from './id-card.ts'
import { type Known, ok, type ReadValue, wrong } from './reading.ts'
import type { SpecOf } from './spec.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose
const control = /[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/

export function readLine(sent: unknown, most: number): ReadValue {
  if (typeof sent !== 'string') return wrong('field.text')
  const text = sent.trim()
  if (text === '') return ok(null)
  if (!text.isWellFormed() || control.test(text)) return wrong('text.control')
  return [...text].length > most ? wrong('field.tooLong', { most }) : ok(text)
}

export function readText(sent: unknown, { most, format }: SpecOf<'text'>): ReadValue {
  const read = readLine(sent, most)
  if (!('value' in read) || read.value === null || fits[format](String(read.value))) return read
  return wrong(`field.format.${format}`)
}

const fits: Readonly<Record<SpecOf<'text'>['format'], (text: string) => boolean>> = {
  any: () => true,
  digits: text => /^\d+$/.test(text),
  code: text => /^[A-Za-z0-9_-]+$/.test(text),
  email: text => /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\]+$/.test(text),
  url: text => /^https?:\/\/\S+$/.test(text) && URL.canParse(text),
  idCard: isIdCard,
}

export function readLines(sent: unknown, most: number): ReadValue {
  if (typeof sent !== 'string') return wrong('field.text')
  if (sent.trim() === '') return ok(null)
  if (!sent.isWellFormed() || control.test(sent.replace(/[\n\r\t]/g, ''))) return wrong('text.control')
  return [...sent].length > most ? wrong('field.tooLong', { most }) : ok(sent)
}

const longestHtml = 50_000

export function readRich(sent: unknown, { clean }: Known): ReadValue {
  if (typeof sent !== 'string') return wrong('field.text')
  if (sent.length > longestHtml) return wrong('field.tooLong', { most: longestHtml })
  if (!sent.isWellFormed() || sent.includes('\0')) return wrong('text.control')
  const html = clean(sent)
  return ok(plainOf(html) === '' ? null : html)
}

/** The words of rich text, as one finds them. */
export const plainOf = (html: string): string =>
  html
    .replace(/<(?:br|\/p|\/li|\/div|\/h\d|\/tr)[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .trim()

/** Exact as far as doubles are: fifteen digits. More are refused rather than bent. */
export function readNumber(
  sent: unknown,
  decimals: number,
  { min, max }: { min?: number | undefined; max?: number | undefined },
): ReadValue {
  const given = typeof sent === 'string' ? sent.trim() : sent
  if (!isDecimal(given)) return wrong('field.number')
  const value = Number(given)
  if (Math.abs(value) >= 1e15) return wrong('field.numberTooLarge')
  if (rounded(value, decimals) !== value) return wrong('field.decimals', { decimals })
  if (min !== undefined && value < min) return wrong('field.tooSmall', { min })
  if (max !== undefined && value > max) return wrong('field.tooLarge', { max })
  return ok(value)
}

/** Kept as milliseconds; read as they, or as ISO 8601 with offset. */
export function readTime(sent: unknown): ReadValue {
  const at = typeof sent === 'string' ? instantOfText(sent) : sent
  return typeof at === 'number' && Number.isInteger(at) && Math.abs(at) <= 253_402_214_400_000
    ? ok(at)
    : wrong('field.time')
}

export const readDate = (sent: unknown): ReadValue =>
  typeof sent === 'string' && isDay(sent) ? ok(sent) : wrong('field.date')

export const readBoolean = (sent: unknown): ReadValue => (typeof sent === 'boolean' ? ok(sent) : wrong('field.boolean'))
