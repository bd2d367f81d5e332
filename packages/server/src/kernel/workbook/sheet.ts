import { offsetAt } from '@baton/contract'
import { text } from './escape.ts'
import { sheetEnd, sheetHead, styleOf } from './parts.ts'
import type { Cell, Column, Plain, Sheet } from './table.ts'

/** So much is gathered before it is handed on. */
const piece = 65_536
/** What Excel's sheets hold; the header is one of them. */
export const mostRows = 1_048_576
const longestText = 32_767

/** A sheet's XML in pieces. Rows beyond what a sheet can hold are refused rather than lost. */
export async function* sheetXml({ name, columns, rows }: Sheet): AsyncGenerator<string> {
  let xml = sheetHead(columns.map(column => column.width ?? 16))
  xml += `<row>${columns.map(({ header }) => inline(header, styleOf.head)).join('')}</row>`
  let count = 1
  for await (const row of rows) {
    if (++count > mostRows) throw new Error(`the sheet ${name} has more than ${mostRows} rows`)
    xml += '<row>'
    for (const [index, column] of columns.entries()) xml += cellXml(row[index] ?? null, column)
    xml += '</row>'
    if (xml.length >= piece) {
      yield xml
      xml = ''
    }
  }
  yield xml + sheetEnd(columns)
}

function cellXml(cell: Cell, column: Column): string {
  if (cell !== null && typeof cell === 'object' && 'holds' in cell)
    return valueXml(cell.value, { header: '', holds: cell.holds })
  return valueXml(cell, column)
}

function valueXml(value: Plain, column: Column): string {
  if (value === null || value === '') return '<c/>'
  switch (column.holds) {
    case 'text':
    case 'any':
      return textXml(String(value))
    case 'date':
      return dayXml(Date.parse(`${String(value).slice(0, 10)}T00:00:00Z`), styleOf.date, 10)
    case 'moment':
      return dayXml(Date.parse(`${String(value)}Z`), styleOf.time, 19)
    case 'time': {
      const at = value instanceof Date ? value.getTime() : Date.parse(String(value))
      return dayXml(at + offsetAt(at, column.zone), styleOf.time, 19)
    }
    case 'duration':
      return number(Number(value) / 86_400, styleOf.duration)
    default:
      return number(Number(value), styleOf[column.holds])
  }
}

/** Days since 1899-12-30, as spreadsheets count. */
const serial = (ms: number): number => ms / 86_400_000 + 25_569

/** Days that spreadsheets do not count, or count otherwise than we (before March 1900), are text. */
function dayXml(wall: number, style: number, letters: number): string {
  const days = serial(wall)
  if (!Number.isFinite(days) || (days >= 61 && days < 2_958_466)) return number(days, style)
  return textXml(new Date(wall).toISOString().slice(0, letters).replace('T', ' '))
}

const number = (value: number, style: number): string =>
  Number.isFinite(value) ? `<c s="${style}"><v>${value}</v></c>` : '<c/>'

/** Inline, so that no table of strings has to be kept. */
const textXml = (value: string): string =>
  inline(value.slice(0, longestText), /^[=+\-@\t\r]/.test(value) ? styleOf.quoted : styleOf.text)

const inline = (value: string, style: number): string =>
  `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${text(value)}</t></is></c>`
