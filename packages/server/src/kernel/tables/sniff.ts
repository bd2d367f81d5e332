import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

/** `old` is Excel 97's .xls, `text` may be a .csv, `zip` may be an .xlsx. */
export type Content = 'zip' | 'text' | 'old' | 'encrypted' | 'other'

/** What a file is by its first bytes. */
export async function sniff(file: string): Promise<Content> {
  const head = await firstBytes(file, 4096)
  if (starts(head, [0x50, 0x4b, 0x03, 0x04]) || starts(head, [0x50, 0x4b, 0x05, 0x06])) return 'zip'
  if (starts(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return compound(file)
  if (starts(head, [0xff, 0xfe]) || starts(head, [0xfe, 0xff])) return 'text'
  // Old systems call HTML or XML ".xls"; read as lines it would be nonsense.
  return head.includes(0) || /^(%PDF-|\{\\rtf|\s*<(!|\?|html|head|meta|table|div))/i.test(plain(head))
    ? 'other'
    : 'text'
}

export async function firstBytes(file: string, most: number): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(most), 0, most, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

const starts = (head: Buffer, bytes: readonly number[]) => bytes.every((byte, index) => head[index] === byte)

const plain = (head: Buffer) => head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '')

/** Microsoft's compound file: a password's wrapping, an old workbook or something else, by the names of its streams. */
async function compound(file: string): Promise<Content> {
  let rest = Buffer.alloc(0)
  let found: Content = 'other'
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, chunk])
    if (bytes.includes(streams.encrypted)) return 'encrypted'
    if (streams.old.some(name => bytes.includes(name))) found = 'old'
    rest = bytes.subarray(-64)
  }
  return found
}

// Names stand in the directory with their closing zero; "Root Entry" and such never look like these.
const stream = (name: string) => Buffer.from(`${name}\0`, 'utf16le')
const streams = {
  encrypted: stream('EncryptedPackage'),
  old: ['Workbook', 'WORKBOOK', '\0Book', '\0BOOK'].map(stream),
}
