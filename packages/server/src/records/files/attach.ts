import type { Caller } from '../../kernel/caller.ts'
import type { Db } from '../../kernel/db.ts'
import { invalid } from '../../kernel/problems.ts'
import { add, remove, type Step } from '../../kernel/steps.ts'
import { uploaderOf } from './uploader.ts'

/** A file as messages list it. */
export interface AttachedFile {
  id: string
  name: string
  mediaType: string
  /** Bytes. */
  size: number
}

/**
 * The files to attach, in the order given. Only who uploaded a file may attach it, and only once; Baton itself may attach
 * what nobody has attached. Throws a 422 that names each place in `attachmentIds` where that is not so.
 */
export async function loadAttachments(db: Db, ids: readonly string[], caller: Caller): Promise<AttachedFile[]> {
  if (ids.length === 0) return []
  const free = await freeFiles(db, ids, caller)
  const wrong = ids.flatMap((id, at) => (free.has(id) && ids.indexOf(id) === at ? [] : [at]))
  if (wrong.length > 0) throw invalid(wrong.map(at => ({ path: `attachmentIds.${at}`, code: 'attachment.used' })))
  return ids.flatMap(id => free.get(id) ?? [])
}

/** Those of the files that belong to nothing yet and that the caller may attach, by id. */
export async function freeFiles(db: Db, ids: readonly string[], caller: Caller): Promise<Map<string, AttachedFile>> {
  const rows = await db
    .selectFrom('files')
    .leftJoin('attachments', 'attachments.file_id', 'files.id')
    .select(['files.id', 'name', 'media_type', 'size', 'uploaded_by', 'attachments.file_id as attached'])
    .where('files.id', '=', ({ fn, val }) => fn.any(val([...ids])))
    .execute()
  const free = rows.filter(row => row.attached === null && isFor(row, caller))
  return new Map(free.map(row => [row.id, { id: row.id, name: row.name, mediaType: row.media_type, size: row.size }]))
}

const isFor = ({ uploaded_by }: { uploaded_by: string | null }, caller: Caller): boolean =>
  caller.actor.kind === 'system' || (uploaded_by !== null && uploaded_by === uploaderOf(caller))

/** Binds the files to a record; two that want the same file meet on its key, and one is refused. */
export function attachSteps(
  files: readonly AttachedFile[],
  to: 'ticket' | 'customer' | 'company',
  id: string,
  now: Date,
): Step[] {
  return files.flatMap(file => [
    add('attachments', { file_id: file.id, [`${to}_id`]: id, attached_at: now }),
    remove('uploads', { file_id: file.id }),
  ])
}
