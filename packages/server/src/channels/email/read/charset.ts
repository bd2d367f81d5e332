/**
 * Bytes become text here, and labels are hints: a `gb2312` that is GBK or GB18030, a `utf-8` that is GBK, no label at all.
 * What the label says counts when it can be; else the likeliest of what our customers write.
 */
export function readText(bytes: Uint8Array, label?: string, hint?: string): string {
  if (isPlain(bytes) && !isEscaped(label)) return latin1(bytes)
  const named = nameOf(label)
  const isUtf8 = decodes('utf-8', bytes)
  if (named && !isWeak(named)) {
    if (named === 'utf-8' ? isUtf8 : !isUtf8) {
      if (decodes(named, bytes)) return decode(named, bytes)
    } else if (isUtf8) return decode(likelier(bytes, [named, 'utf-8']), bytes)
    return decode(likelier(bytes, [named, 'utf-8', ...guesses], named), bytes)
  }
  if (isUtf8) return decode('utf-8', bytes)
  const hinted = nameOf(hint)
  if (hinted && !isWeak(hinted) && decodes(hinted, bytes)) return decode(hinted, bytes)
  return decode(likelier(bytes, ['utf-8', ...guesses]), bytes)
}

/** In the order of how often they reach a Chinese desk; an earlier one wins a tie. */
const guesses = ['gb18030', 'big5', 'windows-1252', 'shift_jis', 'euc-kr'] as const

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
const isPlain = (bytes: Uint8Array): boolean => bytes.every(byte => byte < 0x80)
/** Seven-bit charsets that are not ASCII, and sixteen-bit ones whose bytes may look so. */
const isEscaped = (label: string | undefined): boolean =>
  /^(csiso2022|iso-2022|utf-?16|ucs-?2|unicode)/i.test(label?.trim() ?? '')
/** What programs write when they do not know. */
const isWeak = (name: string): boolean => name === 'windows-1252'

/** The decoder's name for a label in any spelling; undefined when nobody knows it. */
function nameOf(label: string | undefined): string | undefined {
  const spelled = label
    ?.trim()
    .replace(/^["']|["';,]+$/g, '')
    .toLowerCase()
  if (!spelled) return undefined
  const known = aliases.find(([pattern]) => pattern.test(spelled))?.[1] ?? spelled
  try {
    return new TextDecoder(known).encoding
  } catch {
    return undefined
  }
}

const aliases: readonly [RegExp, string][] = [
  // GB18030 holds GBK, which holds GB2312.
  [/^(x-)?(gb[_-]?2312(-80)?|euc-?cn|gbk|gb[_-]?18030|cp-?936|ms-?936|windows-936|936|chinese)$/, 'gb18030'],
  [/^(x-)?(big5.*|cp-?950|950)$/, 'big5'],
  [/^(ks_?c_?5601.*|cp-?949|949|uhc|ksc5601.*)$/, 'euc-kr'],
  [/^(cp-?932|ms932|sjis|x-sjis|932)$/, 'shift_jis'],
  [/^(utf8mb4|utf_8|unicode-1-1-utf-8|cp-?65001|65001)$/, 'utf-8'],
  [/^(ascii|ansi.*|default|us-ascii|iso-?8859-?1|latin-?1|cp-?1252)$/, 'windows-1252'],
]

function decodes(name: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(name, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const decode = (name: string, bytes: Uint8Array): string => new TextDecoder(name).decode(bytes)

const sampled = 4096

/** What the label says is worth something even where it cannot be quite right. */
const trust = 0.5

function likelier(bytes: Uint8Array, names: readonly string[], trusted?: string): string {
  const sample = bytes.subarray(0, sampled)
  let best = { name: names[0] ?? 'utf-8', score: Number.NEGATIVE_INFINITY }
  for (const name of names) {
    const score = plausibility(decode(name, sample)) + (name === trusted ? trust : 0)
    if (score > best.score) best = { name, score }
  }
  return best.name
}

/** How much a text looks like one: common characters speak for it, rare and broken ones against it. ASCII says nothing. */
export function plausibility(text: string): number {
  let sum = 0
  let count = 0
  const characters = [...text]
  for (const [at, character] of characters.entries()) {
    const code = character.codePointAt(0) ?? 0
    const before = characters[at - 1] ?? ''
    if ((code < 0x80 && code >= 0x20) || (code === 0xfffd && before === character)) continue
    sum += weight(character, code, { before, earlier: characters[at - 2] ?? '', after: characters[at + 1] ?? '' })
    count += 1
  }
  return count === 0 ? 0 : sum / count
}

interface Around {
  earlier: string
  before: string
  after: string
}

function weight(character: string, code: number, { earlier, before, after }: Around): number {
  if (code === 0xfffd) return -4
  if (code < 0x20) return code === 0x0a || code === 0x0d || code === 0x09 ? 0 : -3
  if (code < 0xa0 || (code >= 0xe000 && code < 0xf900)) return -3
  // A single character within a Latin word is a pair of accents misread.
  if (isHan(code) && isWithinWord(before, after)) return -0.6
  if (common.has(character)) return 1
  if (isHan(code)) return -0.3
  if ((code >= 0x3000 && code < 0x3100) || (code >= 0xff01 && code < 0xff5f)) return 0.9
  if (code >= 0xac00 && code < 0xd7a4) return 0.6
  if (code >= 0x400 && code < 0x460) return 0.5
  // An accent in a word is likely, several in a row are another charset misread.
  if (code < 0x250) return (before.codePointAt(0) ?? 0) < 0x80 ? 0.5 : isWithinWord(earlier, after) ? 0.3 : -0.8
  if (code >= 0x2010 && code < 0x2200) return 0.6
  return code >= 0x10000 ? 0.4 : -0.5
}

const isWithinWord = (before: string, after: string): boolean => /[a-z]/.test(before) && /[a-z]/.test(after)
const isHan = (code: number): boolean => code >= 0x4e00 && code < 0xa000

/** The everyday characters: the first levels of GB2312 and Big5. */
const common = new Set([...level('gb18030', 0xb0, 0xd7, 0xa1), ...level('big5', 0xa4, 0xc6, 0x40)])

function level(name: string, first: number, last: number, low: number): string {
  const bytes: number[] = []
  for (let high = first; high <= last; high++) {
    for (let trail = low; trail <= 0xfe; trail++) if (trail < 0x7f || trail > 0xa0) bytes.push(high, trail)
  }
  return decode(name, Uint8Array.from(bytes)).replaceAll('\ufffd', '')
}
