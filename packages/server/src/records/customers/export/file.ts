import { type ReadInput, wordIn } from '@baton/contract'
import { sql } from 'kysely'
import { addressOf } from '../../../kernel/ask-address.ts'
import type { Reading } from '../../../kernel/kinds.ts'
import { read } from '../../../kernel/read.ts'
import { fileName, mostRecords, type RecordFile, recordFile } from '../../exports/index.ts'
import { columnsOf } from './columns.ts'
import { exportPages, stretches } from './rows.ts'

type Asked = ReadInput<'customer.export'>

export const customersPath = '/api/v1/customers.'

/** The question is checked now, so that a wrong one is told here and not by a broken download. */
export const exportCustomers = read('customer.export', async (reading, input) => {
  columnsOf(reading, input.columns)
  return { name: nameOf(reading, input), url: addressOf(`${customersPath}${input.format}`, input) }
})

const nameOf = (reading: Reading, { format }: Asked): string => fileName(reading, 'fileOfCustomers', format)

/** Writes the file as it is taken. Throws what is wrong with the question. */
export async function customerFile(reading: Reading, input: Asked): Promise<RecordFile> {
  const text = input.text?.trim() || undefined
  const columns = columnsOf(reading, input.columns)
  return recordFile(reading, {
    name: nameOf(reading, input),
    title: wordIn(reading.caller.locale, 'fileSheet', 'customers') ?? '',
    format: input.format,
    columns,
    pages: exportPages(reading, text),
    sheets: () => sheetsFor(reading, text),
  })
}

/** How many sheets they take: counted one by one only where there are more customers than one holds. */
async function sheetsFor(reading: Reading, text: string | undefined): Promise<number> {
  const { rows } = await sql<{ more: boolean }>`
    select exists (select from customers offset ${mostRecords} limit 1) as more`.execute(reading.db)
  if (!rows[0]?.more) return 1
  let count = 0
  for await (const ids of stretches(reading, text)) count += ids.length
  return Math.max(1, Math.ceil(count / mostRecords))
}
