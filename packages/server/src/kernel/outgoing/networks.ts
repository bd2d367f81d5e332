import { isIPv4, isIPv6 } from 'node:net'

/** A network as its first address and how many bits of it count. Four bytes are IPv4, sixteen IPv6. */
export interface Network {
  bytes: readonly number[]
  bits: number
}

/** `10.0.0.0/8`, `fd00::/8` or one address; undefined when it is neither. */
export function readNetwork(text: string): Network | undefined {
  const [, address = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const written = bytesOf(address)
  if (!written) return undefined
  const bits = length === undefined ? written.length * 8 : Number(length)
  if (bits > written.length * 8) return undefined
  const bytes = withoutMapping(written)
  const shorter = (written.length - bytes.length) * 8
  return bits >= shorter ? { bytes, bits: bits - shorter } : undefined
}

/** The bytes of an address; undefined when it is none. A zone (`%eth0`) says nothing about where it leads. */
export function bytesOf(address: string): number[] | undefined {
  const bare = address.replace(/%.*$/, '')
  if (isIPv4(bare)) return bare.split('.').map(Number)
  if (!isIPv6(bare)) return undefined
  // The last four bytes may be written as IPv4.
  const hex = bare.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.map(Number)
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
  })
  const [head = '', tail] = hex.split('::')
  const left = groups(head)
  const right = groups(tail ?? '')
  const missing = Array<number>(8 - left.length - right.length).fill(0)
  return [...left, ...missing, ...right].flatMap(group => [group >> 8, group & 255])
}

const groups = (text: string): number[] =>
  text
    .split(':')
    .filter(part => part !== '')
    .map(part => Number.parseInt(part, 16))

/** An IPv4 address in the clothes of IPv6 (`::ffff:10.0.0.1`) is that IPv4 address. */
export const withoutMapping = (bytes: readonly number[]): readonly number[] =>
  bytes.length === 16 && within(bytes, mapped) ? bytes.slice(12) : bytes

const mapped: Network = { bytes: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0], bits: 96 }

export function within(bytes: readonly number[], network: Network): boolean {
  if (bytes.length !== network.bytes.length) return false
  const whole = Math.floor(network.bits / 8)
  for (let at = 0; at < whole; at++) if (bytes[at] !== network.bytes[at]) return false
  const rest = network.bits % 8
  if (rest === 0) return true
  const mask = (0xff << (8 - rest)) & 0xff
  return ((bytes[whole] ?? 0) & mask) === ((network.bytes[whole] ?? 0) & mask)
}
