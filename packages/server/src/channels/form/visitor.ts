import type { FastifyRequest } from 'fastify'
import type { Caller } from '../../kernel/caller.ts'
import type { Desk } from '../../kernel/desk.ts'
import { localeOf, mayCross } from '../../kernel/http.ts'
import { Problem } from '../../kernel/problems.ts'
import { settings } from '../../records/settings/index.ts'
import type { Visit } from './token.ts'

/** Of the desk's own fields nothing is known to a stranger but what the form asks. */
const strange = (id: string): boolean => id.startsWith('fields.')

/**
 * Somebody at the form: may open a ticket, and nothing else. In the history they stand by the name that they gave.
 * `asked` are the keys of the fields that the form asks them for: of others they do not learn that there are such.
 */
export const visitor = (
  desk: Desk,
  request: FastifyRequest,
  visit: Visit,
  { name = '', asked = [] }: { name?: string; asked?: readonly string[] } = {},
): Caller => ({
  actor: { kind: 'outside', id: null, name },
  locale: localeOf(request, desk),
  zone: desk.config.timezone,
  // Sent twice, it is answered with the ticket of the first time, of which the form shows the number.
  grants: {
    may: name => name === 'ticket.open' || name === 'ticket.get',
    field: id => (strange(id) && !asked.includes(id.split('.')[1] ?? '') ? 'hidden' : undefined),
  },
  me: { id: null },
  sessionId: visit.id,
  mustChangePassword: false,
  ip: request.ip,
})

/** The form can be switched off, and is never posted to from another site. */
export async function mustBeOpen(desk: Desk, request: FastifyRequest): Promise<void> {
  mayCross(request)
  const picture = await desk.configuration.current()
  if (!picture.of(settings).formEnabled) throw new Problem(403, 'form.closed')
}
