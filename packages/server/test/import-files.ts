import { Readable } from 'node:stream'
import type { Caller } from '../src/kernel/caller.ts'
import { type Cell, writeWorkbook } from '../src/kernel/workbook/index.ts'
import { storeFile } from '../src/records/files/index.ts'
import type { TestDesk } from './desk.ts'

/** Uploads a sheet of texts as somebody, and answers the file's id. */
export async function uploadSheet(
  { desk }: TestDesk,
  by: Caller,
  [headers = [], ...rows]: readonly (readonly Cell[])[],
  name = '工单.xlsx',
): Promise<string> {
  const width = Math.max(headers.length, ...rows.map(row => row.length))
  const columns = Array.from({ length: width }, (_, at) => ({
    header: String(headers[at] ?? ''),
    holds: 'text' as const,
  }))
  const bytes = writeWorkbook([{ name: '表', columns, rows }], desk.clock())
  return (await storeFile(desk, { name, bytes, by })).id
}

/** The same as .csv, as it stands. */
export const uploadText = async ({ desk }: TestDesk, by: Caller, text: string, name = '工单.csv'): Promise<string> =>
  (await storeFile(desk, { name, bytes: Readable.from([Buffer.from(text)]), by })).id
