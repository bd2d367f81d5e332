import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { readXlsx } from 'hucre/xlsx'
import type { Download } from 'playwright-core'
import { type Cell, writeWorkbook } from '../packages/server/src/kernel/workbook/index.ts'

/** Writes a workbook of one sheet, and tells where it stands. */
export async function writeSheet(
  folder: string,
  name: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<string> {
  const file = path.join(folder, name)
  const columns = head.map(header => ({ header, holds: 'text' as const }))
  await pipeline(writeWorkbook([{ name: '登记', columns, rows }], new Date()), createWriteStream(file))
  return file
}

/** The first sheet of what was downloaded, as text. */
export async function sheetOf(download: Download): Promise<string[][]> {
  const rows = (await readXlsx(await readFile(await download.path()))).sheets[0]?.rows ?? []
  return rows.map(row => row.map(value => (value === null || value === undefined ? '' : String(value))))
}
