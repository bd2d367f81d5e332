import { type Head, readHead, splitHead } from './header.ts'
import { type Parameters, readParameters } from './parameters.ts'
import { decodeTransfer } from './transfer.ts'

/** A part of a mail: another multipart with its parts, or a leaf with its bytes, still encoded. */
export interface Part {
  head: Head
  type: Parameters
  disposition: Parameters
  parts: readonly Part[]
  /** The part in which it stands. */
  within: Part | undefined
  /** Decoded; empty for a multipart. */
  content(): Buffer
}

/** Beyond these a mail is no mail but an attack; what lies deeper stays one leaf. */
const deepest = 30
const mostParts = 1000

/** The tree of a mail. Broken borders leave what can be read: nothing here throws. */
export function readParts(raw: Buffer): Part {
  return read(raw, { left: mostParts }, 0, undefined)
}

function read(raw: Buffer, budget: { left: number }, depth: number, within: Part | undefined): Part {
  const { head: block, body } = splitHead(raw)
  const bare = readHead(block)
  const charset = readParameters(bare.get('content-type')).get('charset')
  const head = charset ? readHead(block, charset) : bare
  const type = readParameters(head.get('content-type') || 'text/plain', charset)
  const disposition = readParameters(head.get('content-disposition'), charset)
  const isMultipart = type.value.startsWith('multipart/')
  const boundary = isMultipart && depth < deepest ? type.get('boundary') : undefined
  const pieces = boundary ? cut(body, boundary) : []
  const parts: Part[] = []
  const part: Part = {
    head,
    // A multipart in which no border is found says at least something.
    type: pieces.length > 0 || !isMultipart || depth >= deepest ? type : readParameters('text/plain', charset),
    disposition,
    parts,
    within,
    content: () => (pieces.length > 0 ? Buffer.alloc(0) : decodeTransfer(body, head.get('content-transfer-encoding'))),
  }
  for (const piece of pieces) {
    if (budget.left-- <= 0) break
    parts.push(read(piece, budget, depth + 1, part))
  }
  return part
}

/** The bodies between the border's lines; what stands before the first and after the last is nobody's. */
function cut(body: Buffer, boundary: string): Buffer[] {
  const border = Buffer.from(`--${boundary}`)
  const pieces: Buffer[] = []
  let start = -1
  for (let at = body.indexOf(border); at >= 0; at = body.indexOf(border, at + border.length)) {
    const line = lineAfter(body, at + border.length)
    if ((at > 0 && body[at - 1] !== 0x0a && body[at - 1] !== 0x0d) || line === undefined) continue
    if (start >= 0) pieces.push(body.subarray(start, endBefore(body, at, start)))
    if (pieces.length >= mostParts) return pieces
    start = line.closes ? -1 : line.next
    if (line.closes) break
  }
  // The last border is missing: the mail was cut off, or somebody was careless.
  if (start >= 0) pieces.push(body.subarray(start))
  return pieces
}

/** What follows a border on its line: nothing but `--` and space, else it is another border that begins the same. */
function lineAfter(body: Buffer, at: number): { closes: boolean; next: number } | undefined {
  const closes = body[at] === 0x2d && body[at + 1] === 0x2d
  let end = closes ? at + 2 : at
  while (body[end] === 0x20 || body[end] === 0x09) end += 1
  if (end >= body.length || closes) return { closes, next: end }
  if (body[end] === 0x0a) return { closes, next: end + 1 }
  if (body[end] === 0x0d) return { closes, next: body[end + 1] === 0x0a ? end + 2 : end + 1 }
  return undefined
}

/** The line end before a border belongs to the border. */
function endBefore(body: Buffer, at: number, start: number): number {
  let end = at
  if (end > start && body[end - 1] === 0x0a) end -= 1
  if (end > start && body[end - 1] === 0x0d) end -= 1
  return end
}
