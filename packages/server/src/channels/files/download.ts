import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../../kernel/desk.ts'
import { findFile } from '../../records/files/index.ts'
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
  const isShown = inline === '1' && pictures.has(file.mediaType)
  reply.headers({
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'content-disposition': disposition(isShown ? 'inline' : 'attachment', file.name),
    'cross-origin-resource-policy': 'same-origin',
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

const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** RFC 6266 with the name in UTF-8 (RFC 8187), and in ASCII for what is very old. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
