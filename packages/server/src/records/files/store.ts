import { type Readable, Transform } from 'node:stream'
import type { Caller } from '../../kernel/caller.ts'
import type { Desk } from '../../kernel/desk.ts'
import { newId } from '../../kernel/ids.ts'
import { Problem } from '../../kernel/problems.ts'
import type { AttachedFile } from './attach.ts'
import { headSize, mediaTypeOf } from './media-type.ts'
import { safeName } from './safe-name.ts'
import { uploaderOf } from './uploader.ts'

declare module '../../kernel/db.ts' {
  interface Tables {
    files: {
      id: string
      name: string
      media_type: string
      /** Bytes. */
      size: number
      sha256: string
      storage_key: string
      /** The person, key or form session that may attach it; null: only Baton itself may. */
      uploaded_by: string | null
      created_at: Date
    }
    /** Of one of the three. */
    attachments: {
      file_id: string
      ticket_id: string | null
      customer_id: string | null
      company_id: string | null
      attached_at: Date
    }
    uploads: { file_id: string; created_at: Date }
    /** Those that a job still reads, whatever their age. */
    kept_files: { job_id: string; file_id: string }
  }
}

export interface StoredFile extends AttachedFile {
  createdAt: string
}

/** The largest file that Baton takes, in bytes. */
export const mostBytes = 25 * 1024 * 1024

interface Incoming {
  /** As the sender calls it. */
  name: string
  bytes: Readable
  /** Who may attach it; Baton itself for what a channel brings. */
  by: Caller
  most?: number
}

/**
 * Keeps a file that came from outside: its bytes synced to the disk first, then its row. What it is, its bytes say; its
 * name is made harmless. An empty one is a 422, one over `most` bytes a 413. Unattached it is swept after a day.
 */
export async function storeFile(desk: Desk, { name, bytes, by, most = mostBytes }: Incoming): Promise<StoredFile> {
  const head = headOf(bytes)
  const { key, size, sha256 } = await desk.files.put(head.stream, most).catch((error: unknown) => {
    throw head.isBroken() ? new Problem(400, 'malformed.multipart') : error
  })
  const shown = safeName(name)
  const file = { id: newId(), name: shown, mediaType: mediaTypeOf(head.bytes(), shown), size }
  try {
    if (size === 0) throw new Problem(422, 'file.empty')
    const now = desk.clock()
    await desk.db
      .with('file', db =>
        db.insertInto('files').values({
          id: file.id,
          name: file.name,
          media_type: file.mediaType,
          size,
          sha256,
          storage_key: key,
          uploaded_by: uploaderOf(by),
          created_at: now,
        }),
      )
      .insertInto('uploads')
      .values({ file_id: file.id, created_at: now })
      .execute()
    return { ...file, createdAt: now.toISOString() }
  } catch (error) {
    await desk.files.remove(key)
    throw error
  }
}

/** Lets a stream pass, keeps its beginning, and tells when the sender broke off in the middle. */
function headOf(source: Readable): { stream: Readable; bytes(): Buffer; isBroken(): boolean } {
  const kept: Buffer[] = []
  let size = 0
  let isBroken = false
  const tap = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      if (size < headSize) kept.push(chunk)
      size += chunk.length
      next(null, chunk)
    },
  })
  // It may break before anybody reads it, and nobody hears an error then: unheard, it would end the process.
  tap.on('error', () => {})
  source.on('error', error => {
    isBroken = true
    tap.destroy(error)
  })
  return {
    stream: source.pipe(tap),
    bytes: () => Buffer.concat(kept).subarray(0, headSize),
    isBroken: () => isBroken,
  }
}
