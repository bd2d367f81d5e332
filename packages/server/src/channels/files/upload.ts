import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../../kernel/desk.ts'
import { incomingFile } from '../../kernel/multipart.ts'
import { Problem, unauthenticated } from '../../kernel/problems.ts'
import { mostBytes, storeFile } from '../../records/files/index.ts'

/** POST /api/v1/file.upload, multipart with one file: answers with its id, to be named in `attachmentIds`. */
export const upload = (app: FastifyInstance, desk: Desk) => async (request: FastifyRequest, reply: FastifyReply) => {
  const caller = await app.callerOf(request)
  if (caller.actor.kind === 'outside') throw unauthenticated()
  if (caller.mustChangePassword) throw new Problem(403, 'password.mustChange')
  const { name, bytes } = await incomingFile(request, mostBytes)
  reply.header('cache-control', 'no-store')
  return storeFile(desk, { name, bytes, by: caller })
}
