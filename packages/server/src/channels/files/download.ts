import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../../kernel/desk.ts'
import { fileHeaders, findFile } from '../../records/files/index.ts'
import { rangeOf } from './range.ts'

/**
 * GET /api/v1/file/:id: always something to save, never a page. `?inline=1` shows the pictures that every browser knows
 * and nothing else, in a box where no script runs. Players may ask for a stretch of a recording.
 */
export const download = (app: FastifyInstance, desk: Desk) => async (request: FastifyRequest, reply: FastifyReply) => {
  const { id } = request.params as { id: string }
  const { inline } = request.query as { inline?: string }
  const file = await findFile(desk, id, await app.callerOf(request))
  const etag = `"${file.sha256}"`
  reply.headers({
    ...fileHeaders(file, inline === '1'),
    'cache-control': 'private, no-cache',
    vary: 'authorization, cookie',
    etag,
  })
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  reply.type(file.mediaType).header('accept-ranges', 'bytes')
  // A stretch of what the caller had before fits no other bytes.
  const isSame = [undefined, etag].includes(request.headers['if-range'] as string | undefined)
  const range = isSame ? rangeOf(request.headers.range, file.size) : undefined
  if (range === 'beyond') return reply.code(416).header('content-range', `bytes */${file.size}`).send()
  if (!range) return reply.header('content-length', String(file.size)).send(desk.files.open(file.storageKey))
  return reply
    .code(206)
    .headers({
      'content-range': `bytes ${range.start}-${range.end}/${file.size}`,
      'content-length': String(range.end - range.start + 1),
    })
    .send(desk.files.open(file.storageKey, range))
}
