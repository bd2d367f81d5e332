import { firstBytes } from '../sniff.ts'
import type { Encoding } from './encoding.ts'

export interface Dialect {
  delimiter: string
  /** Letters before the table itself: the line `sep=;`. */
  skip: number
}

const sample = 65_536

/** What stands between the fields: as the line `sep=` says, which Excel writes and hides, else by the first lines. */
export async function dialectOf(file: string, encoding: Encoding, name: string): Promise<Dialect> {
  // The sample may end in the middle of a letter, which the decoder then keeps to itself.
  const text = new TextDecoder(encoding).decode(await firstBytes(file, sample), { stream: true })
  const told = /^"?sep=(.)"?(\r\n|\n|\r|$)/i.exec(text)
  if (told) return { delimiter: told[1] ?? ',', skip: told[0].length }
  return { delimiter: likeliest(text) ?? (/\.tsv$/i.test(name) ? '\t' : ','), skip: 0 }
}

const candidates = [',', ';', '\t'] as const
const looked = 20

/**
 * The delimiter of a text by its first lines: the one that stands in most of them as often as in the first, and among
 * equals the one that stands there most often. undefined if none stands anywhere.
 */
export function likeliest(text: string): string | undefined {
  const lines = linesOf(text)
  let best: { delimiter: string; alike: number; count: number } | undefined
  for (const delimiter of candidates) {
    const counts = lines.map(line => line.split(delimiter).length - 1)
    const count = counts[0] ?? 0
    const alike = counts.filter(other => other === count).length
    const wins = !best || alike > best.alike || (alike === best.alike && count > best.count)
    if (count > 0 && wins) best = { delimiter, alike, count }
  }
  return best?.delimiter ?? candidates.find(delimiter => lines.some(line => line.includes(delimiter)))
}

/** The first lines without what is quoted in them, and without empty ones. */
function linesOf(text: string): string[] {
  const bare = text.replace(/(^|[,;\t\r\n])"(?:[^"]|"")*("|$)/g, '$1')
  return bare
    .split(/\r\n|\n|\r/)
    .filter(line => line.trim() !== '')
    .slice(0, looked)
}
