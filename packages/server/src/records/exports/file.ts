import type { Readable } from 'node:stream'
import { dayAt, fill, wordIn } from '@baton/contract'
import type { Reading } from '../../kernel/kinds.ts'
import { type Cell, cellFor, mostRows, type Sheet, writeCsv, writeWorkbook } from '../../kernel/workbook/index.ts'
import { settings } from '../settings/index.ts'
import type { FileColumn, Told } from './column.ts'
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
  /** The records in their order, a few hundred at a time. */
  pages: AsyncIterable<readonly R[]>
  /** How many sheets they take. */
  sheets(): Promise<number>
}

/** Records of a sheet besides its headers. */
export const mostRecords = mostRows - 1

/** Writes the file as it is taken, however long it is. */
export async function recordFile<R extends Told>(reading: Reading, asked: Asked<R>): Promise<RecordFile> {
  const { name, title, format, columns, pages } = asked
  const { locale } = reading.caller
  let count = 0
  let whole = false
  async function* cells(): AsyncGenerator<Cell[]> {
    for await (const rows of pages) {
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
  const bytes =
    format === 'csv'
      ? writeCsv(sheet(cells()))
      : writeWorkbook(inSheets(cells(), await asked.sheets(), mostRecords).map(sheet), reading.now)
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
