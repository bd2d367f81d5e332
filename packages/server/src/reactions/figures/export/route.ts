import { reads } from '@baton/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { askedIn, fileHeaders, workbookType } from '../../../kernel/ask-address.ts'
import type { Desk } from '../../../kernel/desk.ts'
import { parse } from '../../../kernel/parse.ts'
import { forbidden, unauthenticated } from '../../../kernel/problems.ts'
import { writeWorkbook } from '../../../kernel/workbook/index.ts'
import { checkAsked, exportPath, nameOf } from './address.ts'
import { sheetsOf } from './sheets.ts'

/** GET: the question stands in the address, and who asks is found out anew: an address passed on opens nothing. */
export function exportRoute(app: FastifyInstance, desk: Desk): void {
  app.get(exportPath, async (request: FastifyRequest, reply: FastifyReply) => {
    const caller = await app.callerOf(request)
    if (caller.actor.kind === 'outside') throw unauthenticated()
    if (caller.mustChangePassword || caller.grants.may('figures.export') === false) throw forbidden('figures.export')
    const input = parse(reads['figures.export'].input, askedIn(request.query as { ask?: unknown }))
    const reading = await desk.reading(caller)
    const sheets = await sheetsOf(reading, input, await checkAsked(reading, input))
    reply.headers(fileHeaders(nameOf(input, caller), workbookType))
    return reply.send(writeWorkbook(sheets, desk.clock()))
  })
}
