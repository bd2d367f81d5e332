import { type PortalSaid, portalInputs, portalLimits } from '@baton/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../../kernel/desk.ts'
import { incomingFile } from '../../kernel/multipart.ts'
import { parse } from '../../kernel/parse.ts'
import { invalidField, Problem } from '../../kernel/problems.ts'
import { issueToken } from '../../kernel/tokens.ts'
import { mostBytes, storeFile } from '../../records/files/index.ts'
import { followPurpose } from '../../records/portal/index.ts'
import type { FileSigner } from './file.ts'
import type { PortalLimiter } from './limiter.ts'
import { pageOf } from './page.ts'
import { type Visitor, visitorOf } from './visitor.ts'

/** What the routes of a ticket's page share. */
export interface Counter {
  desk: Desk
  limit: PortalLimiter
  sign: FileSigner
}

type Route = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** A route for whoever holds a link or has given a code: each names the one ticket by the token alone. */
const forVisitor =
  (
    { desk, limit }: Counter,
    kind: 'look' | 'write',
    act: (visitor: Visitor, request: FastifyRequest) => Promise<unknown>,
  ): Route =>
  async (request, reply) => {
    reply.header('cache-control', 'no-store')
    limit([kind === 'look' ? 'lookFrom' : 'writeFrom', request.ip])
    const visitor = await visitorOf(desk, request)
    if (kind === 'write') limit(['writeOn', visitor.ticketId])
    return act(visitor, request)
  }

/** GET /api/public/portal.ticket */
export const look = (counter: Counter): Route =>
  forVisitor(counter, 'look', ({ ticketId }) => pageOf(counter.desk, counter.sign, ticketId))

/** POST /api/public/portal.upload, multipart with one file: a picture for the message that is being written. */
export const attach = (counter: Counter): Route =>
  forVisitor(counter, 'look', async ({ ticketId, caller }, request) => {
    counter.limit(['uploadOn', ticketId])
    const { name, bytes } = await incomingFile(request, mostBytes)
    return storeFile(counter.desk, { name, bytes, by: caller })
  })

/** POST /api/public/portal.say: the customer's words on the ticket; on one that is closed for good, on the next one. */
export const say = (counter: Counter): Route =>
  forVisitor(counter, 'write', async ({ ticketId, customerId, caller }, request) => {
    const { desk } = counter
    const { key, body, attachmentIds } = parse(portalInputs.say, request.body)
    await refuseTooMuch(desk, attachmentIds)
    const input = {
      ticketId,
      body,
      channel: 'portal',
      verified: true,
      attachmentIds,
      ...(customerId && { customerId }),
    }
    const by = { caller, requestId: String(request.id), idempotencyKey: key }
    const { id, number } = (await desk.perform('ticket.receive', input, by)) as { id: string; number: string }
    const answer: PortalSaid = { next: id === ticketId ? null : { number, token: await wayInto(desk, id) } }
    return answer
  })

/** POST /api/public/portal.urge */
export const urge = (counter: Counter): Route =>
  forVisitor(counter, 'write', async ({ ticketId, caller }, request) => {
    parse(portalInputs.urge, request.body)
    await counter.desk.perform('ticket.urge', { ticketId }, { caller, requestId: String(request.id) })
    return pageOf(counter.desk, counter.sign, ticketId)
  })

/** POST /api/public/portal.confirm: it is solved, so the ticket is closed. */
export const confirm = (counter: Counter): Route =>
  forVisitor(counter, 'write', async ({ ticketId, caller }, request) => {
    parse(portalInputs.confirm, request.body)
    const { desk, sign } = counter
    const { mayConfirm } = await pageOf(desk, sign, ticketId)
    if (!mayConfirm) throw new Problem(409, 'portal.notNow')
    await desk.perform('ticket.close', { ticketId }, { caller, requestId: String(request.id) })
    return pageOf(desk, sign, ticketId)
  })

/** POST /api/public/portal.object: it is not solved; somebody goes on, with the customer's words. */
export const object = (counter: Counter): Route =>
  forVisitor(counter, 'write', async ({ ticketId, caller }, request) => {
    const { key, words } = parse(portalInputs.object, request.body)
    const { desk, sign } = counter
    const by = { caller, requestId: String(request.id), idempotencyKey: key }
    await desk.perform('ticket.followUp', { ticketId, reason: words }, by)
    return pageOf(desk, sign, ticketId)
  })

const wayInto = (desk: Desk, ticketId: string): Promise<string> =>
  issueToken(desk.db, { purpose: followPurpose, subjectId: ticketId, days: 1, now: desk.clock() })

async function refuseTooMuch(desk: Desk, ids: readonly string[]): Promise<void> {
  if (ids.length < 2) return
  const rows = await desk.db
    .selectFrom('files')
    .select('size')
    .where('id', '=', ({ fn, val }) => fn.any(val([...ids])))
    .execute()
  const sum = rows.reduce((bytes, { size }) => bytes + size, 0)
  if (sum > portalLimits.bytes) throw invalidField('attachmentIds', 'attachment.tooMuch', { most: '25 MB' })
}
