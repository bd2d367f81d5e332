import type { Condition, VerbName } from '@baton/contract'
import type { FastifyRequest } from 'fastify'
import type { Caller } from '../../kernel/caller.ts'
import type { Desk } from '../../kernel/desk.ts'
import { localeOf, mayCross } from '../../kernel/http.ts'
import { Problem } from '../../kernel/problems.ts'
import { redeemToken } from '../../kernel/tokens.ts'
import { followPurpose, portalSettings } from '../../records/portal/index.ts'

/** A customer at the page of one of their tickets: what the link or the code has proved. */
export interface Visitor {
  ticketId: string
  customerId: string | null
  caller: Caller
}

/** What a customer does on the page; the visitor's own routes name the ticket, so no other one can be reached. */
const granted: readonly string[] = ['ticket.get', 'ticket.receive', 'ticket.urge', 'ticket.followUp'] satisfies (
  | VerbName
  | 'ticket.get'
)[]
/** To confirm is to close what is solved; what somebody has taken up again meanwhile stays open. */
const finished: Condition = { field: 'status', op: 'isOneOf', value: ['solved', 'follow_up'] }

/** Who holds a good token; a 401 for anybody else. Posting from another site is refused. */
export async function visitorOf(desk: Desk, request: FastifyRequest): Promise<Visitor> {
  await mustBeOpen(desk, request)
  const token = String(request.headers['x-portal-token'] ?? '')
  const ticketId = await redeemToken(desk.db, followPurpose, token, desk.clock())
  const ticket =
    ticketId === undefined
      ? undefined
      : await desk.db
          .selectFrom('tickets')
          .leftJoin('customers', 'customers.id', 'tickets.customer_id')
          .select(['tickets.id', 'tickets.customer_id', 'customers.name'])
          .where('tickets.id', '=', ticketId)
          .executeTakeFirst()
  if (!ticket) throw new Problem(401, 'portal.link')
  const caller: Caller = {
    actor: { kind: 'outside', id: ticket.customer_id, name: ticket.name ?? '' },
    locale: localeOf(request, desk),
    zone: desk.config.timezone,
    grants: { may: name => (name === 'ticket.close' ? finished : granted.includes(name)), field: () => undefined },
    me: { id: null },
    sessionId: ticket.id,
    mustChangePassword: false,
    ip: request.ip,
  }
  return { ticketId: ticket.id, customerId: ticket.customer_id, caller }
}

/** Following can be switched off, and is never posted to from another site. */
export async function mustBeOpen(desk: Desk, request: FastifyRequest): Promise<void> {
  if (request.method !== 'GET') mayCross(request)
  const picture = await desk.configuration.current()
  if (!picture.of(portalSettings).followEnabled) throw new Problem(403, 'portal.closed')
}
