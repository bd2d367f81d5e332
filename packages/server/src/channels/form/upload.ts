import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../../kernel/desk.ts'
import { incomingFile } from '../../kernel/multipart.ts'
import { mostBytes, storeFile } from '../../records/files/index.ts'
import type { FormLimiter } from './limiter.ts'
import type { FormTokens } from './token.ts'
import { mustBeOpen, visitor } from './visitor.ts'

/** POST /api/public/form.upload, multipart with one file; the token travels in the header, before the first byte. */
export const formUpload =
  (desk: Desk, { tokens, limiter }: { tokens: FormTokens; limiter: FormLimiter }) =>
  async (request: FastifyRequest, reply: FastifyReply) => {
    await mustBeOpen(desk, request)
    const visit = tokens.read(String(request.headers['x-form-token'] ?? ''))
    limiter.upload(request.ip)
    const { name, bytes } = await incomingFile(request, mostBytes)
    reply.header('cache-control', 'no-store')
    return storeFile(desk, { name, bytes, by: visitor(desk, request, visit) })
  }
