import { readText } from './charset.ts'

/** A header field as it came: its name in lower case, its value in bytes (as Latin-1), unfolded. */
export interface Field {
  name: string
  raw: string
}

export interface Head {
  fields: readonly Field[]
  /** The first value of that name, 8-bit bytes read, encoded words still encoded; empty when there is none. */
  get(name: string): string
  all(name: string): string[]
  has(name: string): boolean
}

const mostBytes = 500_000
const mostFields = 2000
const mostValue = 200_000

/** Reads a header block. Lines that are no field are skipped; the first of several fields of a name is the one that counts. */
export function readHead(block: Buffer, hint?: string): Head {
  const fields: Field[] = []
  for (const line of block
    .subarray(0, mostBytes)
    .toString('latin1')
    .split(/\r\n|\n|\r/)) {
    const last = fields.at(-1)
    if (/^[ \t]/.test(line)) {
      if (last && last.raw.length < mostValue) last.raw += ` ${line.trim()}`
      continue
    }
    const [, name, raw] = /^([!-9;-~]+)[ \t]*:(.*)$/s.exec(line) ?? []
    if (name && raw !== undefined && fields.length < mostFields)
      fields.push({ name: name.toLowerCase(), raw: raw.trim().slice(0, mostValue) })
  }
  const read = ({ raw }: Field) => eightBit(raw, hint)
  return {
    fields,
    get(name) {
      const field = fields.find(candidate => candidate.name === name)
      return field ? read(field) : ''
    },
    all: name => fields.filter(field => field.name === name).map(read),
    has: name => fields.some(field => field.name === name),
  }
}

/** Bytes beyond ASCII in a header, which no rule allows and many send. */
export const eightBit = (raw: string, hint?: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is not ASCII
  /[^\u0000-\u007f]/.test(raw) ? readText(Buffer.from(raw, 'latin1'), undefined, hint) : raw

/** Where the header ends and the body begins; without an empty line all is header. */
export function splitHead(bytes: Buffer): { head: Buffer; body: Buffer } {
  const end = endOfHead(bytes)
  return end
    ? { head: bytes.subarray(0, end.at), body: bytes.subarray(end.next) }
    : { head: bytes, body: Buffer.alloc(0) }
}

function endOfHead(bytes: Buffer): { at: number; next: number } | undefined {
  if (bytes[0] === 0x0a) return { at: 0, next: 1 }
  if (bytes[0] === 0x0d && bytes[1] === 0x0a) return { at: 0, next: 2 }
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at + 1] === 0x0a) return { at: at + 1, next: at + 2 }
    if (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a) return { at: at + 1, next: at + 3 }
  }
  return undefined
}
