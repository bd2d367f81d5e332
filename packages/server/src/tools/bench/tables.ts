import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { type Column, writeWorkbook } from '../../kernel/workbook/index.ts'
import type { Reading } from './read-table.ts'
import { removeFolder, temporaryFolder } from './server.ts'

export interface TableFigures {
  kind: 'xlsx' | 'csv'
  rows: number
  /** Rows a second. */
  rate: number
  /** By how much the memory of the reading process grew at most. */
  growthMiB: number
}

/** How fast tables are read and what memory they take: four times the rows should take the same. */
export async function benchTables(quick: boolean): Promise<TableFigures[]> {
  const folder = await temporaryFolder()
  const figures: TableFigures[] = []
  try {
    for (const rows of quick ? [5000, 20_000] : [50_000, 200_000]) {
      for (const kind of ['xlsx', 'csv'] as const) {
        const file = path.join(folder, `${rows}.${kind}`)
        await pipeline(kind === 'xlsx' ? xlsx(rows) : csv(rows), createWriteStream(file))
        const { ms, growthMiB } = await readByOther(file)
        figures.push({ kind, rows, rate: rows / (ms / 1000), growthMiB })
      }
    }
  } finally {
    await removeFolder(folder)
  }
  return figures
}

/** In a process of its own, whose memory nobody else has stretched. */
async function readByOther(file: string): Promise<Reading> {
  const reader = path.resolve(import.meta.dirname, 'read-table.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [reader, file])
  return JSON.parse(stdout) as Reading
}

const kinds = ['text', 'number', 'date', 'text'] as const
const columns = Array.from({ length: 20 }, (_, at): Column => ({ header: `列 ${at}`, holds: kinds[at % 4] ?? 'text' }))

function* rowsOf(count: number): Generator<string[]> {
  for (let n = 1; n < count; n++) {
    const day = `2026-11-${String((n % 28) + 1).padStart(2, '0')}`
    yield columns.map((_, at) => [`洗衣机脱水时异响 ${n}，报修 ${at} 次`, `${n * at}.5`, day, `JD${n}`][at % 4] ?? '')
  }
}

const xlsx = (count: number) => writeWorkbook([{ name: '表', columns, rows: rowsOf(count) }], new Date())

function csv(count: number): Readable {
  function* lines() {
    yield `${columns.map(({ header }) => header).join(',')}\r\n`
    for (const row of rowsOf(count)) yield `${row.map(text => `"${text}"`).join(',')}\r\n`
  }
  return Readable.from(lines(), { objectMode: false })
}
