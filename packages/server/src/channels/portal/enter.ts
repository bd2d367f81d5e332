import { type PortalEntrance, type PortalWelcome, portalInputs } from '@baton/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '../../kernel/caller.ts'
import type { Picture } from '../../kernel/configuration.ts'
import type { Desk } from '../../kernel/desk.ts'
import { localeOf } from '../../kernel/http.ts'
import { parse } from '../../kernel/parse.ts'
import { invalidField, Problem } from '../../kernel/problems.ts'
import { issueToken } from '../../kernel/tokens.ts'
import { codeMinutes, followPurpose, portalSettings, redeemCode, type Way } from '../../records/portal/index.ts'
import { settings } from '../../records/settings/index.ts'
import { canText } from '../../records/sms/index.ts'
import type { PortalLimiter } from './limiter.ts'
import { mustBeOpen } from './visitor.ts'

/** A wrong code, an old one and an unknown number take the same time to be refused, in milliseconds. */
const leastTime = 300
/** How long somebody who came by a code stays in. */
const stayDays = 1

/** By which ways a code can go at all. */
const waysIn = (picture: Picture): Way[] => (canText(picture, 'code') ? ['email', 'sms'] : ['email'])

/** GET /api/public/portal: what the first page needs to draw itself. */
export const portalWelcome = (desk: Desk) => async (_request: FastifyRequest, reply: FastifyReply) => {
  const picture = await desk.configuration.current()
  const { deskName, formEnabled } = picture.of(settings)
  const { followEnabled } = picture.of(portalSettings)
  reply.header('cache-control', 'no-store')
  const answer: PortalWelcome = { deskName, formEnabled, followEnabled, codeBy: waysIn(picture) }
  return answer
}

/**
 * POST /api/public/portal.code: a code goes to the ticket's customer. Whether there is such a ticket shows neither in the
 * answer nor in its time, since nothing is looked up before it is given.
 */
export const askForCode =
  (desk: Desk, limit: PortalLimiter) => async (request: FastifyRequest, reply: FastifyReply) => {
    await mustBeOpen(desk, request)
    const { number } = parse(portalInputs.code, request.body)
    limit(['codeFor', number.toUpperCase()], ['codeFrom', request.ip], ['codeAll', ''])
    const caller = somebody(desk, request)
    void sendCode(desk, number, caller, String(request.id)).catch((error: unknown) => {
      // Lost with it is a code that can be asked for again.
      if (!(error instanceof Problem)) desk.log.error({ err: error }, 'a code could not be sent')
    })
    reply.header('cache-control', 'no-store')
    return { minutes: codeMinutes }
  }

async function sendCode(desk: Desk, number: string, caller: Caller, requestId: string): Promise<void> {
  const ticket = await desk.db
    .selectFrom('tickets')
    .select('id')
    .where('number', '=', number.toUpperCase())
    .executeTakeFirst()
  if (!ticket) return
  const channels = waysIn(await desk.configuration.current())
  await desk.perform('portal.askCode', { ticketId: ticket.id, channels }, { caller, requestId })
}

/** POST /api/public/portal.enter: the number and the code open the ticket's page. */
export const enter = (desk: Desk, limit: PortalLimiter) => async (request: FastifyRequest, reply: FastifyReply) => {
  await mustBeOpen(desk, request)
  const { number, code } = parse(portalInputs.enter, request.body)
  limit(['enterFor', number.toUpperCase()], ['enterFrom', request.ip])
  const [ticketId] = await Promise.all([redeemCode(desk.db, number, code, desk.clock()), pause(leastTime)])
  if (!ticketId) throw invalidField('code', 'code.wrong')
  reply.header('cache-control', 'no-store')
  const token = await issueToken(desk.db, {
    purpose: followPurpose,
    subjectId: ticketId,
    days: stayDays,
    now: desk.clock(),
  })
  const answer: PortalEntrance = { token }
  return answer
}

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/** Whoever asks for a code: may ask, and nothing else. */
const somebody = (desk: Desk, request: FastifyRequest): Caller => ({
  actor: { kind: 'outside', id: null, name: '' },
  locale: localeOf(request, desk),
  zone: desk.config.timezone,
  grants: { may: name => name === 'portal.askCode', field: () => undefined },
  me: { id: null },
  sessionId: null,
  mustChangePassword: false,
  ip: request.ip,
})
