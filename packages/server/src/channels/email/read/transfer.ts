/** Undoes a transfer encoding. Nothing is refused: what is no code stands for itself. */
export function decodeTransfer(bytes: Buffer, encoding: string): Buffer {
  switch (/^[\w-]*/.exec(encoding.trim().toLowerCase())?.[0]) {
    case 'base64':
      return decodeBase64(bytes)
    case 'quoted-printable':
      return decodeQuoted(bytes)
    default:
      return bytes
  }
}

/**
 * Several runs one after the other happen, each with its own padding, and so do lines of plain words that a list has
 * added at the end; a stray character is skipped.
 */
function decodeBase64(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1')
  const padding = text.indexOf('=')
  const isWhole = padding < 0 || /^[=\s]*$/.test(text.slice(padding))
  if (isWhole && !/[^A-Za-z0-9+/=\s]/.test(text)) return Buffer.from(text, 'base64')
  const lines = text.split(/[\r\n]+/).filter(line => !/\s/.test(line.trim()))
  const runs = lines
    .join('')
    .replace(/[^A-Za-z0-9+/=]/g, '')
    .split(/(?<==)(?=[^=])/)
  return Buffer.concat(runs.map(run => Buffer.from(run, 'base64')))
}

export function decodeQuoted(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (byte !== 0x3d) {
      out[length++] = byte
      continue
    }
    const value = hex(bytes[at + 1]) * 16 + hex(bytes[at + 2])
    if (value >= 0) {
      out[length++] = value
      at += 2
      continue
    }
    const soft = softBreak(bytes, at)
    if (soft > 0) at += soft
    else out[length++] = byte
  }
  return out.subarray(0, length)
}

/** How many bytes after the `=` belong to a soft line break, which spaces may precede. */
function softBreak(bytes: Buffer, at: number): number {
  let end = at + 1
  while (bytes[end] === 0x20 || bytes[end] === 0x09) end += 1
  if (end >= bytes.length) return end - at
  if (bytes[end] === 0x0d && bytes[end + 1] === 0x0a) return end + 1 - at
  return bytes[end] === 0x0a || bytes[end] === 0x0d ? end - at : 0
}

function hex(byte: number | undefined): number {
  if (byte === undefined) return -1000
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1000
}
