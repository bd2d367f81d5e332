import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../../kernel/desk.ts'
import { findFile } from '../../records/files/index.ts'

/**
 * GET /api/v1/file/:id: always something to save, never a page. `?inline=1` shows the pictures that every browser knows
 * and nothing else, in a box where no script runs.
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
  reply.type(file.mediaType).header('content-length', String(file.size))
  return reply.send(desk.files.open(file.storageKey))
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
