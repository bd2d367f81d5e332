import { Problem } from '../problems.ts'

/** A table in a file: its sheets, and its rows as they come. Between two readings no handle stays open. */
export interface OpenTable {
  kind: 'xlsx' | 'csv'
  /** In the order of the tabs. A .csv has one, without a name. */
  sheets: readonly ReadSheet[]
  /**
   * The rows of a sheet by its place in `sheets`, in order, empty ones left out. Reading may throw a TableProblem, the
   * error of the disk as it is, or the signal's reason; each of them, and breaking off, closes the file.
   */
  rows(sheet: number, signal?: AbortSignal): AsyncIterable<ReadRow>
  /** Ends what is being read; nothing can be read afterwards. */
  close(): Promise<void>
}

export interface ReadSheet {
  name: string
  hidden: boolean
}

export interface ReadRow {
  /** The row's number as a spreadsheet shows it, from 1. */
  n: number
  /** By column, without gaps, the empty ones at the end cut off. */
  cells: readonly ReadCell[]
}

/** What a cell holds. The cell's number format tells dates from numbers. */
export type ReadCell =
  | null
  | { text: string }
  /**
   * `text` is the number without an exponent; whole numbers keep their digits as the file has them, however many. (Excel
   * itself keeps 15 of a number; what follows it writes as zeros.) A cell that shows elapsed time (`[h]:mm`) is a number of days, and its text is hours, minutes and seconds: `26:03:04`.
   */
  | { number: number; text: string }
  /** `2026-11-22` */
  | { date: string }
  /** Wall time to the second, of no zone: `2026-11-22T09:30:00`. */
  | { moment: string }
  /** A time of day: `09:30:00`. */
  | { clock: string }
  | { boolean: boolean }
  /** `#N/A`, `#REF!` … or `#FORMULA` for a formula whose program has left the reckoning to Excel. */
  | { error: string }

/** Columns beyond these are refused once something stands in them. */
export const mostColumns = 500

export type TableCode =
  | 'table.format'
  | 'table.old'
  | 'table.encrypted'
  | 'table.damaged'
  | 'table.encoding'
  | 'table.quote'
  | 'table.tooWide'
  | 'table.tooBig'

/** Why a file cannot be read as a table. `params.name` is the file's name. */
export class TableProblem extends Problem {
  override readonly name = 'TableProblem'

  constructor(code: TableCode, params: Record<string, unknown> = {}, cause?: unknown) {
    super(422, code, params)
    if (cause !== undefined) this.cause = cause
  }
}

/** A file that ends too early, a zip or XML that is not one: told as such. Errors of the disk stay what they are. */
export function damaged(error: unknown, name: string): unknown {
  if (error instanceof TableProblem) {
    error.params.name = name
    return error
  }
  if (!(error instanceof Error) || error.name === 'AbortError' || 'syscall' in error) return error
  return new TableProblem('table.damaged', { name }, error)
}

/** Cuts the empty cells at the end; undefined if nothing remains. */
export function rowOf(n: number, cells: ReadCell[]): ReadRow | undefined {
  while (cells.length > 0 && (cells.at(-1) ?? null) === null) cells.pop()
  if (cells.length > mostColumns) throw new TableProblem('table.tooWide', { n, most: mostColumns })
  return cells.length > 0 ? { n, cells } : undefined
}
