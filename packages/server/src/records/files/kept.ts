import type { Caller } from '../../kernel/caller.ts'
import type { Db } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { add, remove, type Step, setAll } from '../../kernel/steps.ts'
import type { AttachedFile } from './attach.ts'
import { uploaderOf } from './uploader.ts'

/** A file that is kept to be used again and again: nobody attaches it, everybody its copies, which hold the same bytes. */
export interface KeptFile extends AttachedFile {
  sha256: string
  storageKey: string
}

/** Takes uploads into keeping: they are nobody's upload any more, and never swept. */
export const keepSteps = (files: readonly AttachedFile[]): Step[] =>
  files.flatMap(({ id }) => [setAll('files', { id }, { uploaded_by: null }), remove('uploads', { file_id: id })])

export async function loadKept(db: Db, ids: readonly string[]): Promise<KeptFile[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('files')
    .select(['id', 'name', 'media_type', 'size', 'sha256', 'storage_key'])
    .where('id', '=', ({ fn, val }) => fn.any(val([...ids])))
    .execute()
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    if (!row) return []
    const { name, media_type: mediaType, size, sha256, storage_key: storageKey } = row
    return [{ id, name, mediaType, size, sha256, storageKey }]
  })
}

/** Copies as the caller's own uploads: to be attached like any other, swept like any other when they are not. */
export function copySteps(
  files: readonly KeptFile[],
  caller: Caller,
  now: Date,
): { steps: Step[]; copies: AttachedFile[] } {
  const copies = files.map(file => ({ ...file, id: newId() }))
  const steps = copies.flatMap(file => [
    add('files', {
      id: file.id,
      name: file.name,
      media_type: file.mediaType,
      size: file.size,
      sha256: file.sha256,
      storage_key: file.storageKey,
      uploaded_by: uploaderOf(caller),
      created_at: now,
    }),
    add('uploads', { file_id: file.id, created_at: now }),
  ])
  return { steps, copies: copies.map(({ id, name, mediaType, size }) => ({ id, name, mediaType, size })) }
}
