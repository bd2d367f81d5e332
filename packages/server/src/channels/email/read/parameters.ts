import { readText } from './charset.ts'
import { decodeWords } from './words.ts'

/** `text/plain; charset=utf-8`: the value in lower case, the parameters by name, RFC 2231's pieces put together. */
export interface Parameters {
  value: string
  get(name: string): string | undefined
}

export function readParameters(text: string, hint?: string): Parameters {
  const [value = '', ...rest] = cutAtSemicolons(text.slice(0, longest))
  const found = new Map<string, string>()
  for (const piece of rest) {
    const [, name, given] = /^\s*([^\s=]+)\s*=\s*(.*?)\s*$/s.exec(piece) ?? []
    if (name && given !== undefined && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), unquote(given))
  }
  return {
    value: value.trim().toLowerCase(),
    get(name) {
      const extended = pieces(found, name)
      if (extended) return extended
      const plain = found.get(name)
      return plain === undefined ? undefined : decodeWords(plain, hint)
    },
  }
}

const longest = 8000

/** Semicolons within quotes do not count. */
function cutAtSemicolons(text: string): string[] {
  return text.match(/(?:"(?:\\.|[^"\\])*(?:"|$)|[^;"])+/gs) ?? []
}

/** Only quotes and backslashes are escaped: a backslash before anything else is the path of a careless Windows program. */
const unquote = (given: string): string =>
  given.startsWith('"') ? given.replace(/^"|"$/g, '').replace(/\\(["\\])/g, '$1') : given.replace(/\s*\([^)]*\)$/, '')

/** `name*=utf-8''%E5…`, `name*0*=…; name*1*=…; name*2=…`. */
function pieces(found: Map<string, string>, name: string): string | undefined {
  const first = found.get(`${name}*`) ?? found.get(`${name}*0*`) ?? found.get(`${name}*0`)
  if (first === undefined) return undefined
  const coded = found.has(`${name}*`) || found.has(`${name}*0*`)
  const [, charset, rest = first] = (coded && /^([^']*)'[^']*'(.*)$/s.exec(first)) || []
  const bytes = [coded ? percent(rest) : Buffer.from(rest)]
  for (let n = 1; n < 1000; n++) {
    const encoded = found.get(`${name}*${n}*`)
    const plain = found.get(`${name}*${n}`)
    if (encoded === undefined && plain === undefined) break
    bytes.push(encoded === undefined ? Buffer.from(plain ?? '') : percent(encoded))
  }
  return readText(Buffer.concat(bytes), charset)
}

const percent = (text: string): Buffer =>
  Buffer.from(
    Buffer.from(text)
      .toString('latin1')
      .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
