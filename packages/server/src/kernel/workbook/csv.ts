import { Readable } from 'node:stream'
import { offsetAt } from '@baton/contract'
import type { Cell, Column, Plain, Sheet } from './table.ts'

/** So much is gathered before it is handed on. */
const piece = 65_536

/** The bytes of a table as .csv: UTF-8 with its mark, so that Excel knows it. Rows are asked for only as fast as they are taken. */
export const writeCsv = (sheet: Sheet): Readable => Readable.from(pieces(sheet), { objectMode: false })

async function* pieces({ columns, rows }: Sheet): AsyncGenerator<string> {
  let text = `\ufeff${columns.map(({ header }) => quoted(guarded(header))).join(',')}\r\n`
  for await (const row of rows) {
    text += `${columns.map((column, at) => cellText(row[at] ?? null, column)).join(',')}\r\n`
    if (text.length < piece) continue
    yield text
    text = ''
  }
  if (text) yield text
}

function cellText(cell: Cell, column: Column): string {
  return cell !== null && typeof cell === 'object' && 'holds' in cell
    ? valueText(cell.value, { header: '', holds: cell.holds })
    : valueText(cell, column)
}

function valueText(value: Plain, column: Column): string {
  if (value === null || value === '') return ''
  switch (column.holds) {
    case 'text':
    case 'any':
      return quoted(guarded(String(value)))
    case 'date':
      return String(value).slice(0, 10)
    case 'moment':
      return String(value).replace('T', ' ')
    case 'time': {
      const at = value instanceof Date ? value.getTime() : Date.parse(String(value))
      return Number.isNaN(at)
        ? ''
        : new Date(at + offsetAt(at, column.zone)).toISOString().slice(0, 19).replace('T', ' ')
    }
    default:
      return Number.isFinite(Number(value)) ? String(value) : ''
  }
}

/** What a spreadsheet would take for a formula gets a quote mark before it. */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
