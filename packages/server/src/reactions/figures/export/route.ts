import { reads } from '@baton/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../../../kernel/desk.ts'
import { parse } from '../../../kernel/parse.ts'
import { forbidden, invalidField, unauthenticated } from '../../../kernel/problems.ts'
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
    reply.headers({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="figures.xlsx"; filename*=UTF-8''${encodeURIComponent(nameOf(input, caller))}`,
      'cache-control': 'no-store',
    })
    return reply.send(writeWorkbook(sheets, desk.clock()))
  })
}

function askedIn({ ask }: { ask?: unknown }): Record<string, unknown> {
  try {
    const asked: unknown = JSON.parse(Buffer.from(String(ask), 'base64url').toString())
    if (typeof asked === 'object' && asked !== null && !Array.isArray(asked)) return asked as Record<string, unknown>
  } catch {}
  throw invalidField('ask', 'format')
}
