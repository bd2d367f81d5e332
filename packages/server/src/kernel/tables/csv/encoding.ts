import { createReadStream } from 'node:fs'
import { firstBytes } from '../sniff.ts'
import { TableProblem } from '../table.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/**
 * How a file's letters are written: as its byte order mark says; else UTF-8 if the whole of it is; else GB18030, which
 * Excel writes in China, if the whole of it is. A guess that loses letters would not be noticed, so there is none.
 */
export async function encodingOf(file: string): Promise<Encoding> {
  const [first, second] = await firstBytes(file, 2)
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (await isAll('utf-8', file)) return 'utf-8'
  if (await isAll('gb18030', file)) return 'gb18030'
  throw new TableProblem('table.encoding')
}

async function isAll(encoding: Encoding, file: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    if (chunk.includes(0)) throw new TableProblem('table.format')
    if (!decodes(() => decoder.decode(chunk, { stream: true }))) return false
  }
  return decodes(() => decoder.decode())
}

function decodes(decode: () => string): boolean {
  try {
    decode()
    return true
  } catch {
    return false
  }
}

/** The letters of the bytes as they come, without the byte order mark and without the first `skip` of them. */
export async function* decoded(bytes: AsyncIterable<Buffer>, encoding: Encoding, skip = 0): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true })
    const left = text.slice(skip)
    skip = Math.max(0, skip - text.length)
    if (left !== '') yield left
  }
  const last = decoder.decode()
  if (last !== '') yield last
}
