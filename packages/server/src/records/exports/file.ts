import type { Readable } from 'node:stream'
import { dayAt, fill, wordIn } from '@baton/contract'
import type { Reading } from '../../kernel/kinds.ts'
import { type Cell, cellFor, mostRows, type Sheet, writeCsv, writeWorkbook } from '../../kernel/workbook/index.ts'
import { settings } from '../settings/index.ts'
import type { FileColumn, Told } from './column.ts'
import type { Ids } from './ids.ts'
import { namesIn } from './names.ts'

/** The bytes of a file, and how many records have gone into it so far. */
export interface RecordFile {
  name: string
  bytes: Readable
  count(): number
  /** Whether the last of them has gone into it. */
  isWhole(): boolean
}

interface Asked<R extends Told> {
  name: string
  /** What its sheets are called. */
  title: string
  format: 'xlsx' | 'csv'
  columns: readonly FileColumn<R>[]
  /** The records in their order. */
  ids: Ids
  /** Some of them, as far as the caller may take them away by then. */
  page(ids: readonly string[]): Promise<readonly R[]>
}

/** Records of a sheet besides its headers. */
const mostRecords = mostRows - 1
/** Read in short statements, one after another: no snapshot is held while somebody downloads. */
const pageSize = 500

/** Writes the file as it is taken, however long it is. */
export function recordFile<R extends Told>(reading: Reading, asked: Asked<R>): RecordFile {
  const { name, title, format, columns, ids, page } = asked
  const { locale } = reading.caller
  let count = 0
  let whole = false
  async function* cells(): AsyncGenerator<Cell[]> {
    for (let from = 0; from < ids.count; from += pageSize) {
      const rows = await page(ids.part(from, from + pageSize))
      const names = await namesIn(reading, rows, columns)
      for (const row of rows) {
        yield columns.map(column => cellFor(column.cell(row, names), locale))
        count++
      }
    }
    whole = true
  }
  const sheet = (rows: Sheet['rows']): Sheet => ({
    name: title,
    columns: columns.map(({ header, width }) => ({ header, width, holds: 'any' })),
    rows,
  })
  const sheets = Math.max(1, Math.ceil(ids.count / mostRecords))
  const bytes =
    format === 'csv'
      ? writeCsv(sheet(cells()))
      : writeWorkbook(inSheets(cells(), sheets, mostRecords).map(sheet), reading.now)
  return { name, bytes, count: () => count, isWhole: () => whole }
}

/** 客户_2026-11-22.xlsx: the pattern's words stand in `fileSheet`. */
export function fileName(
  reading: Reading,
  pattern: string,
  format: string,
  params: Record<string, string> = {},
): string {
  const date = dayAt(reading.now.getTime(), reading.picture.of(settings).timezone)
  return `${fill(wordIn(reading.caller.locale, 'fileSheet', pattern) ?? '', { ...params, date })}.${format}`
}

/** The same rows, one sheet after another; the last takes what is left of them. */
export function inSheets<T>(rows: AsyncGenerator<T>, sheets: number, most: number): AsyncGenerator<T>[] {
  return Array.from({ length: sheets }, async function* () {
    for (let taken = 0; taken < most; taken++) {
      const { value, done } = await rows.next()
      if (done) return
      yield value
    }
  })
}
