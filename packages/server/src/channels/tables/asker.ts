import type { ReadName } from '@baton/contract'
import { reads } from '@baton/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { askedIn } from '../../kernel/ask-address.ts'
import type { Caller } from '../../kernel/caller.ts'
import { parse } from '../../kernel/parse.ts'
import { forbidden, Problem, unauthenticated } from '../../kernel/problems.ts'

/** Who fetches it is found out anew: an address passed on opens nothing. Answers the question that stands in it. */
export async function askerOf<N extends ReadName>(
  app: FastifyInstance,
  request: FastifyRequest,
  name: N,
): Promise<{ caller: Caller; input: z.output<(typeof reads)[N]['input']> }> {
  const caller = await app.callerOf(request)
  if (caller.actor.kind === 'outside') throw unauthenticated()
  if (caller.mustChangePassword) throw new Problem(403, 'password.mustChange')
  const needsGrant = reads[name].access === 'granted' || caller.actor.kind === 'key'
  if (needsGrant && caller.grants.may(name) === false) throw forbidden(name)
  return { caller, input: parse(reads[name].input, askedIn(request.query as { ask?: unknown })) as never }
}
