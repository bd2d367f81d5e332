import { type FileKind, fileFormats } from '@baton/contract'
import type { FastifyInstance } from 'fastify'
import { fileHeaders, workbookType } from '../../kernel/ask-address.ts'
import type { Caller } from '../../kernel/caller.ts'
import type { Desk } from '../../kernel/desk.ts'
import { everything } from '../../kernel/grants.ts'
import { customerFile, customersPath } from '../../records/customers/index.ts'
import type { RecordFile } from '../../records/exports/index.ts'
import { exportPath, ticketFile } from '../../records/tickets/index.ts'
import { askerOf } from './asker.ts'

const types = { xlsx: workbookType, csv: 'text/csv; charset=utf-8' } as const
type Format = keyof typeof types

export function exportRoutes(app: FastifyInstance, desk: Desk): void {
  for (const format of fileFormats) {
    app.get(`${exportPath}${format}`, async (request, reply) => {
      const { caller, input } = await askerOf(app, request, 'ticket.export')
      const file = await ticketFile(await desk.reading(caller), { ...input, format })
      const { view } = input
      tellWhenOver(desk, caller, file, { of: 'ticket', format, ...(view && { view }) })
      return reply.headers(fileHeaders(file.name, types[format])).send(file.bytes)
    })
    app.get(`${customersPath}${format}`, async (request, reply) => {
      const { caller, input } = await askerOf(app, request, 'customer.export')
      const file = await customerFile(await desk.reading(caller), { ...input, format })
      tellWhenOver(desk, caller, file, { of: 'customer', format })
      return reply.headers(fileHeaders(file.name, types[format])).send(file.bytes)
    })
  }
}

interface WentOut {
  of: FileKind
  format: Format
  view?: string
}

/** What went out is written down when the download is over, whichever way it ended. */
function tellWhenOver(desk: Desk, caller: Caller, file: RecordFile, out: WentOut): void {
  file.bytes.once('close', () => void tellOf(desk, caller, file, out)) // caught there
}

/** The person did it, whatever they are granted. */
async function tellOf(desk: Desk, caller: Caller, file: RecordFile, out: WentOut): Promise<void> {
  try {
    const told = { ...out, count: file.count(), whole: file.isWhole() }
    await desk.perform('export.tell', told, { caller: { ...caller, grants: everything } })
  } catch (error) {
    desk.log.error({ err: error }, 'an export could not be written down')
  }
}
