import { ok, type ReadValue, wrong } from '../fields/reading.ts'
import { cellWords, type FileCell } from './cell.ts'

const currency = /^(?:人民币|rmb|cny|usd|eur|hkd|hk\$|us\$|nt\$|[¥$€£₩])\s*|\s*(?:元|圆|人民币|rmb|cny|usd|eur|hkd)$/gi
const grouped = /^\d{1,3}(?:[,\s']\d{3})+(?:\.\d+)?$/
const european = /^\d{1,3}(?:\.\d{3})+,\d+$/

/**
 * A number as people write it, as decimal text: full-width digits, ¥ and 元, separators of thousands, a minus before or
 * brackets around it. `12%` is 12 where the unit is %, else 0.12.
 */
export function numberFromCell(cell: FileCell, unit?: string): ReadValue {
  if (cell && 'number' in cell) return ok(/^[\d.+-]+$/.test(cell.text) ? cell.text : cell.number)
  const said = cellWords(cell)
  const found = numberIn(said, unit)
  return found === undefined ? wrong('cell.number', { value: said.slice(0, 60) }) : ok(found)
}

function numberIn(said: string, unit: string | undefined): string | undefined {
  let text = said.normalize('NFKC').replace(/[−–—]/g, '-').trim()
  if (text.length > 60) return undefined
  const own = unit?.normalize('NFKC').trim()
  const isShare = text.endsWith('%')
  if (isShare) text = text.slice(0, -1).trim()
  else if (own && text.toLowerCase().endsWith(own.toLowerCase())) text = text.slice(0, -own.length).trim()
  const isBracketed = /^\(.+\)$/.test(text)
  if (isBracketed) text = text.slice(1, -1).trim()
  const isNegative = isBracketed || text.startsWith('-')
  const plain = digitsOf(
    text
      .replace(/^[-+]\s*/, '')
      .replace(currency, '')
      .replace(/^[-+]\s*/, '')
      .trim(),
  )
  if (plain === undefined) return undefined
  const value = isShare && own !== '%' ? hundredth(plain) : plain
  return isNegative || /^[^-\d]*-/.test(text) ? `-${value}` : value
}

function digitsOf(text: string): string | undefined {
  if (/^(\d+(\.\d+)?|\.\d+)$/.test(text)) return text.startsWith('.') ? `0${text}` : text
  if (grouped.test(text)) return text.replace(/[,\s']/g, '')
  return european.test(text) ? text.replace(/\./g, '').replace(',', '.') : undefined
}

/** Two places to the left, without a double's rounding. */
function hundredth(decimal: string): string {
  const [whole = '0', part = ''] = decimal.split('.')
  const digits = whole.padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}${part}`.replace(/^0+(?=\d)/, '')
}

const yes = new Set(['是', '对', '有', '真', 'y', 'yes', 'true', 't', '1', '√', '✓', '✔', '☑', 'on'])
const no = new Set([
  '否',
  '不是',
  '不',
  '错',
  '无',
  '没有',
  '假',
  'n',
  'no',
  'false',
  'f',
  '0',
  '×',
  '✗',
  '✘',
  'x',
  '☐',
  'off',
])

export function booleanFromCell(cell: FileCell): ReadValue {
  if (cell && 'boolean' in cell) return ok(cell.boolean)
  const text = cellWords(cell).normalize('NFKC').trim().toLowerCase()
  if (yes.has(text)) return ok(true)
  return no.has(text) ? ok(false) : wrong('cell.boolean', { value: text.slice(0, 60) })
}
