import { addAbortSignal, type Readable } from 'node:stream'
import yauzl from 'yauzl'
import { TableProblem } from '../table.ts'

/** The parts of an opened zip. Names are compared without regard to case, as the format wants it. */
export interface Parts {
  /** Some part is locked by a zip's own password. */
  encrypted: boolean
  has(name: string): boolean
  /** The unpacked bytes of a part as they come; more than `most` of them are refused before the first one. */
  read(name: string, most: number, signal?: AbortSignal): Promise<Readable>
  /** Closes the file once no part of it is being read. */
  close(): void
}

/** Real ones have some dozens, and some hundreds with pictures. */
const mostParts = 65_536

export async function openParts(file: string): Promise<Parts> {
  const zip = await yauzl.openPromise(file, { autoClose: false })
  try {
    if (zip.entryCount > mostParts) throw new TableProblem('table.tooBig')
    const entries = new Map<string, yauzl.Entry>()
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry)
    return {
      encrypted: [...entries.values()].some(entry => entry.isEncrypted()),
      has: name => entries.has(name.toLowerCase()),
      async read(name, most, signal) {
        const entry = entries.get(name.toLowerCase())
        if (!entry) throw new TableProblem('table.damaged', { part: name })
        // The declared size can be relied on: a part that unpacks to more is broken off.
        if (entry.uncompressedSize > most) throw new TableProblem('table.tooBig', { part: name })
        const bytes = await zip.openReadStreamPromise(entry)
        return signal ? addAbortSignal(signal, bytes) : bytes
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}
