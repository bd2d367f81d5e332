import { type ReadInput, wordIn } from '@baton/contract'
import { addressOf } from '../../../kernel/ask-address.ts'
import type { Reading } from '../../../kernel/kinds.ts'
import { invalidField } from '../../../kernel/problems.ts'
import { read } from '../../../kernel/read.ts'
import { fileName, type RecordFile, recordFile } from '../../exports/index.ts'
import { orderOf, orderWanted } from '../list.ts'
import type { Order } from '../order.ts'
import { selectionOf } from '../select.ts'
import { viewsOf } from '../views/rows.ts'
import { allColumns, columnsOf, columnsOfView, type TicketColumn } from './columns.ts'
import { type Chosen, ticketsInOrder } from './in-order.ts'
import { exportRows } from './rows.ts'

export type ExportAsked = ReadInput<'ticket.export'>

export const exportPath = '/api/v1/tickets.'

/** The question is checked now, so that a wrong one is told here and not by a broken download. */
export const exportTickets = read('ticket.export', async (reading, input) => {
  await columnsFor(reading, input)
  await chosenBy(reading, input)
  await orderFor(reading, input)
  return { name: await nameOf(reading, input), url: addressOf(`${exportPath}${input.format}`, input) }
})

/** What columns there are for the caller, and which are usual: those of the view, if it has any. */
export async function ticketColumns(
  reading: Reading,
  view: string | undefined,
): Promise<{ all: TicketColumn[]; usual: TicketColumn[] }> {
  return { all: allColumns(reading), usual: await columnsFor(reading, { view }) }
}

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
  const [found] = view ? await viewsOf(reading, [view]) : []
  if (!found) return fileName(reading, 'file', format)
  const name = found.key ? (wordIn(reading.caller.locale, 'view', found.key) ?? found.key) : found.name
  return fileName(reading, 'fileOfView', format, { view: name.replace(/[\\/:*?"<>|]/g, ' ') })
}

/** Writes the file as it is taken. Throws what is wrong with the question. */
export async function ticketFile(reading: Reading, input: ExportAsked): Promise<RecordFile> {
  const columns = await columnsFor(reading, input)
  return recordFile(reading, {
    name: await nameOf(reading, input),
    title: wordIn(reading.caller.locale, 'fileSheet', 'tickets') ?? '',
    format: input.format,
    columns,
    ids: await ticketsInOrder(reading, await chosenBy(reading, input), await orderFor(reading, input)),
    page: ids => exportRows(reading, ids, columns),
  })
}
