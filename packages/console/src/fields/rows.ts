import type { FieldColumn } from '@baton/contract'
import { isNothing } from './values.ts'

export type Row = Readonly<Record<string, unknown>>

export const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : [])

/** The rows with another cell; rows up to it come into being. */
export function withCell(rows: readonly Row[], at: number, key: string, value: unknown): Row[] {
  const next = Array.from({ length: Math.max(rows.length, at + 1) }, (_, index) => rows[index] ?? {})
  const { [key]: _before, ...rest } = next[at] ?? {}
  next[at] = isNothing(value) ? rest : { ...rest, [key]: value }
  return next
}

/** Cells of a spreadsheet, laid over the table from a cell on: what stands outside of it, and more rows than there may be, is left. */
export function withPasted(
  rows: readonly Row[],
  columns: readonly FieldColumn[],
  from: { row: number; column: number },
  text: string,
  most: number,
): Row[] {
  let next = [...rows]
  for (const [down, cells] of gridOf(text).entries()) {
    if (from.row + down >= most) break
    for (const [right, cell] of cells.entries()) {
      const column = columns[from.column + right]
      if (column) next = withCell(next, from.row + down, column.key, cellValue(column, cell))
    }
  }
  return next
}

/** Rows by lines, cells by tabs; a cell in quotation marks may hold both, and a mark in it is doubled. */
export function gridOf(text: string): string[][] {
  const rows: string[][] = [[]]
  const cells = /"((?:[^"]|"")*)"(?=[\t\n]|$)|[^\t\n]*/y
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let at = 0; ; at++) {
    cells.lastIndex = at
    const [whole = '', quoted] = cells.exec(plain) ?? []
    rows.at(-1)?.push(quoted === undefined ? whole : quoted.replaceAll('""', '"'))
    at += whole.length
    if (at >= plain.length) return rows
    if (plain[at] === '\n') rows.push([])
  }
}

/** What was typed or pasted, as the column keeps it; what it cannot read stays as it is, and is told by the server. */
export function cellValue({ kind, options = [] }: FieldColumn, text: string): unknown {
  const said = text.trim()
  if (said === '') return null
  switch (kind) {
    case 'text':
      return text.replace(/\s*\n\s*/g, ' ')
    case 'number':
    case 'amount': {
      const plain = said.replace(/[,，\s¥￥$€£]/g, '')
      return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : said
    }
    case 'date':
      return dayIn(said) ?? said
    case 'boolean':
      return yes.includes(said.toLowerCase()) ? true : no.includes(said.toLowerCase()) ? false : said
    case 'choice': {
      const wanted = said.toLowerCase()
      const option = options.find(one => [one.key, one.name, one.nameEn].some(name => name?.toLowerCase() === wanted))
      return option?.key ?? said
    }
  }
}

const yes = ['是', '有', '√', 'y', 'yes', 'true', '1']
const no = ['否', '无', '×', 'n', 'no', 'false', '0']

/** 2026-1-2, 2026/01/02, 2026年1月2日. */
function dayIn(text: string): string | undefined {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  return year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
