import { cellWords, type FileCell } from '@baton/contract'
import type { Cell } from './table.ts'

/** Longer numbers lose digits in a spreadsheet. */
const mostDigits = 15

/** A cell as files have it, for a column that holds anything. */
export function cellFor(cell: FileCell, locale: string): Cell {
  if (cell === null) return null
  if ('number' in cell) {
    const isWhole = cell.text.replace(/\D/g, '').length <= mostDigits && Number(cell.text) === cell.number
    return isWhole ? { holds: 'plain', value: cell.number } : { holds: 'text', value: cell.text }
  }
  if ('date' in cell) return { holds: 'date', value: cell.date }
  if ('moment' in cell) return { holds: 'moment', value: cell.moment }
  if ('boolean' in cell && locale === 'en') return { holds: 'text', value: cell.boolean ? 'yes' : 'no' }
  return { holds: 'text', value: cellWords(cell) }
}
