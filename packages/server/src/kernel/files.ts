import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from './ids.ts'
import { Problem } from './problems.ts'

export interface Stored {
  key: string
  /** Bytes. */
  size: number
  sha256: string
}

/** The one small door to bytes: a folder today, object storage behind the same three words tomorrow. */
export interface Files {
  /** Stores the stream and answers only after its bytes are synced to the disk; more than `most` bytes is a 413. */
  put(bytes: Readable, most: number): Promise<Stored>
  /** The whole of it, or a stretch with both ends included. */
  open(key: string, stretch?: { start: number; end: number }): Readable
  remove(key: string): Promise<void>
  /** Lends it as a file on this machine's disk, to be read and not to be changed, for as long as `use` takes. */
  lend<T>(key: string, use: (path: string) => Promise<T>): Promise<T>
}

export async function openFiles(folder: string): Promise<Files> {
  await mkdir(folder, { recursive: true })
  const place = (key: string): string => {
    if (!/^[0-9a-f-]{36}$/.test(key)) throw new Error('not a storage key')
    return path.join(folder, key.slice(-2), key)
  }
  return {
    async put(bytes, most) {
      const key = newId()
      const target = place(key)
      const partial = `${target}.part`
      await mkdir(path.dirname(target), { recursive: true })
      const hash = createHash('sha256')
      let size = 0
      const count = new Transform({
        transform(chunk: Buffer, _encoding, next) {
          size += chunk.length
          if (size > most)
            return next(new Problem(413, 'file.tooLarge', { most, megabytes: Math.floor(most / 1_048_576) }))
          hash.update(chunk)
          next(null, chunk)
        },
      })
      try {
        await pipeline(bytes, count, createWriteStream(partial))
        await sync(partial)
        await rename(partial, target)
        await sync(path.dirname(target))
      } catch (error) {
        await rm(partial, { force: true })
        throw error
      }
      return { key, size, sha256: hash.digest('hex') }
    },
    open: (key, stretch) => createReadStream(place(key), stretch),
    remove: key => rm(place(key), { force: true }),
    lend: (key, use) => use(place(key)),
  }
}

/** Until then a power cut may take the bytes, or the folder's entry, with it. */
async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
