import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../../kernel/desk.ts'
import { isId } from '../../kernel/ids.ts'
import { notFound } from '../../kernel/problems.ts'
import type { Signer } from '../../kernel/signing.ts'
import { fileHeaders } from '../../records/files/index.ts'

const keptFor = 3_600_000

export interface FileSigner {
  /** Where a file of a public message is, for an hour: pictures and downloads cannot send a header. */
  urlOf(fileId: string, ticketId: string): string
  /** The file that such an address names; undefined when it is not ours or too old. */
  open(signed: string): { fileId: string; ticketId: string } | undefined
}

/** The page signs the files that it shows, so nobody reaches one that it did not show. Nothing is written for it. */
export function fileSigner(signer: Signer, clock: () => Date): FileSigner {
  return {
    urlOf(fileId, ticketId) {
      // The same for a while, so that a page that is drawn anew has its pictures already.
      const until = (Math.floor(clock().getTime() / keptFor) + 2) * keptFor
      return `/api/public/portal.file/${signer.sign({ fileId, ticketId, until })}`
    },
    open(signed) {
      const fact = signer.open(signed)
      const [fileId, ticketId, until] = [String(fact?.fileId), String(fact?.ticketId), Number(fact?.until)]
      return isId(fileId) && isId(ticketId) && until > clock().getTime() ? { fileId, ticketId } : undefined
    },
  }
}

/** GET /api/public/portal.file/…: a picture to look at, anything else to save. */
export const portalFile = (desk: Desk, sign: FileSigner) => async (request: FastifyRequest, reply: FastifyReply) => {
  const { '*': signed } = request.params as { '*': string }
  const named = sign.open(signed)
  const file =
    named &&
    (await desk.db
      .selectFrom('files')
      .innerJoin('attachments', 'attachments.file_id', 'files.id')
      .select(['name', 'media_type', 'size', 'storage_key'])
      .where('files.id', '=', named.fileId)
      .where('attachments.ticket_id', '=', named.ticketId)
      .executeTakeFirst())
  if (!file) throw notFound()
  reply.headers({
    ...fileHeaders({ name: file.name, mediaType: file.media_type }, true),
    'cache-control': 'private, max-age=3600',
    'content-length': String(file.size),
  })
  return reply.type(file.media_type).send(desk.files.open(file.storage_key))
}
