import { type ReadCell, TableProblem } from '../table.ts'
import type { Shown } from './format.ts'
import { numberCell } from './number.ts'
import type { Strings } from './strings.ts'
import { unescaped } from './text.ts'

/** What cells mean only together with their workbook. */
export interface Meaning {
  strings: Strings
  shown: readonly Shown[]
  from1904: boolean
}

/** The value of a cell by its type (`t`), its style (`s`) and what stands in it. */
export function cellOf(type: string, style: number, raw: string, { strings, shown, from1904 }: Meaning): ReadCell {
  switch (type) {
    case 's': {
      if (raw === '') return null
      const shared = strings.at(Number(raw))
      if (shared === undefined) throw new TableProblem('table.damaged')
      return textCell(shared)
    }
    case 'str':
    case 'inlineStr':
      return textCell(raw)
  }
  const value = raw.trim()
  if (value === '') return null
  switch (type) {
    case 'b':
      return { boolean: value === '1' || value.toLowerCase() === 'true' }
    case 'e':
      return { error: value }
    case 'd':
      return dayCell(value)
    default:
      return numberCell(value, shown[style] ?? 'number', from1904)
  }
}

const textCell = (text: string): ReadCell => (text === '' ? null : { text: unescaped(text) })

/** ISO 8601, as strict workbooks may hold it. What follows the seconds is left out: fractions and a zone never meant. */
function dayCell(value: string): ReadCell {
  const found = /^(?:(\d{4}-\d\d-\d\d)T?)?(?:(\d\d:\d\d)(:\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(value)
  const [, date, minutes, seconds = ':00'] = found ?? []
  if (date && minutes) return { moment: `${date}T${minutes}${seconds}` }
  if (date) return { date }
  return minutes ? { clock: `${minutes}${seconds}` } : { text: value }
}
