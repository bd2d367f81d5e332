import type { Readable } from 'node:stream'
import { dayAt, fill, type ReadInput, wordIn } from '@baton/contract'
import { addressOf } from '../../../kernel/ask-address.ts'
import type { Reading } from '../../../kernel/kinds.ts'
import { forbidden, invalidField } from '../../../kernel/problems.ts'
import { read } from '../../../kernel/read.ts'
import { type Cell, cellFor, mostRows, type Sheet, writeCsv, writeWorkbook } from '../../../kernel/workbook/index.ts'
import { settings } from '../../settings/index.ts'
import { orderOf, orderWanted } from '../list.ts'
import type { Order } from '../order.ts'
import { selectionOf } from '../select.ts'
import { viewsOf } from '../views/rows.ts'
import { allColumns, columnsOf, columnsOfView, type TicketColumn } from './columns.ts'
import { type Chosen, idsInOrder } from './in-order.ts'
import { exportPages } from './rows.ts'

export type ExportAsked = ReadInput<'ticket.export'>

export const exportPath = '/api/v1/tickets.'

/** The question is checked now, so that a wrong one is told here and not by a broken download. */
export const exportTickets = read('ticket.export', async (reading, input) => {
  await columnsFor(reading, input)
  await chosenBy(reading, input)
  await orderFor(reading, input)
  return { name: await nameOf(reading, input), url: addressOf(`${exportPath}${input.format}`, input) }
})

/** What columns there are for the caller, and which are usual. */
export const exportableColumns = read('export.columns', async (reading, { view }) => {
  if (reading.caller.grants.may('ticket.export') === false) throw forbidden('ticket.export')
  const usual = new Set((await columnsFor(reading, { view })).map(({ id }) => id))
  return { columns: allColumns(reading).map(({ id, header }) => ({ id, name: header, usual: usual.has(id) })) }
})

/** The named columns, else those of the view, else the usual ones. */
async function columnsFor(
  reading: Reading,
  { columns, view }: Pick<ExportAsked, 'columns' | 'view'>,
): Promise<TicketColumn[]> {
  const [found] = view && !columns ? await viewsOf(reading, [view]) : []
  return columnsOf(reading, columns ?? (found && columnsOfView(reading, found.columns)))
}

async function chosenBy(reading: Reading, { ticketIds, view, where, text }: ExportAsked): Promise<Chosen> {
  if (!ticketIds) return { selection: await selectionOf(reading, { view, where, text }) }
  if (view !== undefined || where !== undefined || text !== undefined) throw invalidField('ticketIds', 'export.both')
  return { ticketIds: [...new Set(ticketIds.map(id => id.toLowerCase()))] }
}

async function orderFor(reading: Reading, { view, order }: Pick<ExportAsked, 'view' | 'order'>): Promise<Order> {
  const [found] = view ? await viewsOf(reading, [view]) : []
  return orderOf(orderWanted(order, found), reading)
}

async function nameOf(reading: Reading, { view, format }: ExportAsked): Promise<string> {
  const { locale } = reading.caller
  const [found] = view ? await viewsOf(reading, [view]) : []
  const date = dayAt(reading.now.getTime(), reading.picture.of(settings).timezone)
  const viewName = found && (found.key ? (wordIn(locale, 'view', found.key) ?? found.key) : found.name)
  const pattern = wordIn(locale, 'fileSheet', viewName ? 'fileOfView' : 'file') ?? ''
  return `${fill(pattern, { view: viewName?.replace(/[\\/:*?"<>|]/g, ' '), date })}.${format}`
}

/** The bytes of the file, and how many tickets have gone into it so far. */
export interface TicketFile {
  name: string
  bytes: Readable
  count(): number
  /** Whether the last of them has gone into it. */
  isWhole(): boolean
}

/** Writes the file as it is taken, however long it is. Throws what is wrong with the question. */
export async function ticketFile(reading: Reading, input: ExportAsked): Promise<TicketFile> {
  const columns = await columnsFor(reading, input)
  const ids = await idsInOrder(reading, await chosenBy(reading, input), await orderFor(reading, input))
  const { locale } = reading.caller
  let count = 0
  let whole = false
  async function* cells(): AsyncGenerator<Cell[]> {
    for await (const { rows, names } of exportPages(reading, ids, columns)) {
      for (const row of rows) {
        yield columns.map(column => cellFor(column.cell(row, names), locale))
        count++
      }
    }
    whole = true
  }
  const sheet = (name: string, rows: Sheet['rows']): Sheet => ({
    name,
    columns: columns.map(({ header, width }) => ({ header, width, holds: 'any' })),
    rows,
  })
  const title = wordIn(locale, 'fileSheet', 'tickets') ?? ''
  const bytes =
    input.format === 'csv'
      ? writeCsv(sheet(title, cells()))
      : writeWorkbook(
          inSheets(cells(), Math.max(1, Math.ceil(ids.count / (mostRows - 1))), mostRows - 1).map(rows =>
            sheet(title, rows),
          ),
          reading.now,
        )
  return { name: await nameOf(reading, input), bytes, count: () => count, isWhole: () => whole }
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
