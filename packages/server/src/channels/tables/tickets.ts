import { fileFormats } from '@baton/contract'
import type { FastifyInstance } from 'fastify'
import { fileHeaders, workbookType } from '../../kernel/ask-address.ts'
import type { Caller } from '../../kernel/caller.ts'
import type { Desk } from '../../kernel/desk.ts'
import { everything } from '../../kernel/grants.ts'
import { type ExportAsked, exportPath, type TicketFile, ticketFile } from '../../records/tickets/index.ts'
import { askerOf } from './asker.ts'

const types = { xlsx: workbookType, csv: 'text/csv; charset=utf-8' } as const

export function ticketRoutes(app: FastifyInstance, desk: Desk): void {
  for (const format of fileFormats) {
    app.get(`${exportPath}${format}`, async (request, reply) => {
      const { caller, input: asked } = await askerOf(app, request, 'ticket.export')
      const input = { ...asked, format }
      const file = await ticketFile(await desk.reading(caller), input)
      file.bytes.once('close', () => void tellOf(desk, caller, input, file)) // caught there
      return reply.headers(fileHeaders(file.name, types[format])).send(file.bytes)
    })
  }
}

/** What went out is written down when the download is over, whichever way it ended. The person did it, whatever they are granted. */
async function tellOf(desk: Desk, caller: Caller, { view, format }: ExportAsked, file: TicketFile): Promise<void> {
  try {
    const told = { count: file.count(), whole: file.isWhole(), format, ...(view && { view }) }
    await desk.perform('export.tell', told, { caller: { ...caller, grants: everything } })
  } catch (error) {
    desk.log.error({ err: error }, 'an export could not be written down')
  }
}
