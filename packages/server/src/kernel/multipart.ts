import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { Problem } from './problems.ts'

export interface IncomingFile {
  /** As the sender calls it. */
  name: string
  bytes: Readable
}

/** The one file of a multipart request, streaming in. No multipart is a 415, nonsense a 400, no file a 422. */
export async function incomingFile(request: FastifyRequest, most: number): Promise<IncomingFile> {
  if (!request.isMultipart()) throw new Problem(415, 'media_type.multipart')
  const part = await request.file({ limits: { fileSize: most + 1, files: 1, fields: 10 } }).catch((error: unknown) => {
    throw error instanceof Problem ? error : new Problem(400, 'malformed.multipart')
  })
  if (!part) throw new Problem(422, 'file.missing')
  return { name: unescaped(part.filename ?? ''), bytes: part.file }
}

/** Browsers write these three, and nothing else, as per cent. */
const unescaped = (name: string): string => name.replace(/%22/g, '"').replace(/%0[ad]/gi, ' ')
