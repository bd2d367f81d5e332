import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../../kernel/desk.ts'
import { Problem } from '../../kernel/problems.ts'
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
    if (!request.isMultipart()) throw new Problem(415, 'media_type.multipart')
    const part = await request.file({ limits: { fileSize: mostBytes + 1, files: 1, fields: 2 } })
    if (!part) throw new Problem(422, 'file.missing')
    reply.header('cache-control', 'no-store')
    return storeFile(desk, { name: part.filename ?? '', bytes: part.file, by: visitor(desk, request, visit, '') })
  }
