import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../../kernel/desk.ts'
import { Problem, unauthenticated } from '../../kernel/problems.ts'
import { mostBytes, storeFile } from '../../records/files/index.ts'

/** POST /api/v1/file.upload, multipart with one file: answers with its id, to be named in `attachmentIds`. */
export const upload = (app: FastifyInstance, desk: Desk) => async (request: FastifyRequest, reply: FastifyReply) => {
  const caller = await app.callerOf(request)
  if (caller.actor.kind === 'outside') throw unauthenticated()
  if (caller.mustChangePassword) throw new Problem(403, 'password.mustChange')
  if (!request.isMultipart()) throw new Problem(415, 'media_type.multipart')
  const part = await request.file({ limits: { fileSize: mostBytes + 1, files: 1, fields: 10 } })
  if (!part) throw new Problem(422, 'file.missing')
  reply.header('cache-control', 'no-store')
  return storeFile(desk, { name: part.filename ?? '', bytes: part.file, by: caller })
}
