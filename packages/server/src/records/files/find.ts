import type { Caller } from '../../kernel/caller.ts'
import type { Desk } from '../../kernel/desk.ts'
import { isId } from '../../kernel/ids.ts'
import { notFound, unauthenticated } from '../../kernel/problems.ts'
import { uploaderOf } from './uploader.ts'

export interface FoundFile {
  name: string
  mediaType: string
  /** Bytes. */
  size: number
  sha256: string
  storageKey: string
}

/** The file for somebody who may see the ticket, customer or company that it belongs to; before it is attached, for who uploaded it. Else a 404. */
export async function findFile(desk: Desk, id: string, caller: Caller): Promise<FoundFile> {
  if (caller.actor.kind === 'outside') throw unauthenticated()
  const row = isId(id) ? await load(desk, id) : undefined
  if (!row) throw notFound()
  if (row.ticket_id) await desk.ask('ticket.get', { id: row.ticket_id }, caller)
  else if (row.customer_id) await desk.ask('customer.get', { id: row.customer_id }, caller)
  else if (row.company_id) await desk.ask('company.get', { id: row.company_id }, caller)
  else if (row.uploaded_by === null || row.uploaded_by !== uploaderOf(caller)) throw notFound()
  return { name: row.name, mediaType: row.media_type, size: row.size, sha256: row.sha256, storageKey: row.storage_key }
}

const load = (desk: Desk, id: string) =>
  desk.db
    .selectFrom('files')
    .leftJoin('attachments', 'attachments.file_id', 'files.id')
    .select([
      'name',
      'media_type',
      'size',
      'sha256',
      'storage_key',
      'uploaded_by',
      'ticket_id',
      'customer_id',
      'company_id',
    ])
    .where('files.id', '=', id)
    .executeTakeFirst()
