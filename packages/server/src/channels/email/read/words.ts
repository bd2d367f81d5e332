import { readText } from './charset.ts'
import { decodeQuoted } from './transfer.ts'

const word = /=\?([^?\s]+)\?([bq])\?([^?]*)\?=/gi

/**
 * Decodes encoded words (RFC 2047). The bytes of neighbours in one charset are joined before they are read, since many
 * programs cut a character in two. What is no well-formed word stays as it is.
 */
export function decodeWords(text: string, hint?: string): string {
  let out = ''
  let from = 0
  let run: { charset: string; bytes: Buffer[] } | undefined
  const flush = () => {
    if (run) out += readText(Buffer.concat(run.bytes), run.charset, hint)
    run = undefined
  }
  for (const match of text.matchAll(word)) {
    const between = text.slice(from, match.index)
    const [all, label = '', encoding = '', data = ''] = match
    const charset = label.replace(/\*.*$/, '').toLowerCase()
    if (!run || between.trim() !== '' || run.charset !== charset) {
      const adjacent = run !== undefined && between.trim() === ''
      flush()
      if (!adjacent) out += between
      run = { charset, bytes: [] }
    }
    run.bytes.push(bytesOf(encoding, data))
    from = match.index + all.length
  }
  flush()
  return out + text.slice(from)
}

const bytesOf = (encoding: string, data: string): Buffer =>
  encoding.toLowerCase() === 'b'
    ? Buffer.from(data, 'base64')
    : decodeQuoted(Buffer.from(data.replaceAll('_', ' '), 'latin1'))
