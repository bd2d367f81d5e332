import { type ReadInput, wordIn } from '@baton/contract'
import { addressOf } from '../../../kernel/ask-address.ts'
import type { Reading } from '../../../kernel/kinds.ts'
import { read } from '../../../kernel/read.ts'
import { fileName, type RecordFile, recordFile } from '../../exports/index.ts'
import { matching } from '../where.ts'
import { columnsOf } from './columns.ts'
import { customersInOrder, exportRows } from './rows.ts'

type Asked = ReadInput<'customer.export'>

export const customersPath = '/api/v1/customers.'

/** The question is checked now, so that a wrong one is told here and not by a broken download. */
export const exportCustomers = read('customer.export', async (reading, input) => {
  columnsOf(reading, input.columns)
  matching(input.where, reading)
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
    ids: await customersInOrder(reading, { text, where: input.where }),
    page: ids => exportRows(reading, ids),
  })
}
