/** A stretch of letters and digits (`word`), or of characters that are written without spaces (`script`). */
export interface Run {
  kind: 'word' | 'script'
  text: string
}

/**
 * The runs of a folded text, in order. Words are what stands between spaces and punctuation; Chinese, Japanese, Korean,
 * Thai and the like know no spaces, and are read by pairs of characters; so are pictures (emoji).
 */
export function runsOf(folded: string): Run[] {
  const runs: Run[] = []
  let kind: Run['kind'] | undefined
  let from = 0
  for (let at = 0; at < folded.length; ) {
    const point = folded.codePointAt(at) as number
    const next = at + (point > 0xffff ? 2 : 1)
    const here = kindOf(point, kind)
    if (here !== kind) {
      if (kind) runs.push({ kind, text: folded.slice(from, at) })
      kind = here
      from = at
    }
    at = next
  }
  if (kind) runs.push({ kind, text: folded.slice(from) })
  return runs
}

function kindOf(point: number, before: Run['kind'] | undefined): Run['kind'] | undefined {
  if (point < 0x80) return isPlain(point) ? 'word' : undefined
  if (point >= 0x3400 && point <= 0x9fff) return 'script'
  const character = String.fromCodePoint(point)
  if (script.test(character)) return 'script'
  if (letter.test(character)) return 'word'
  return before === 'word' && accent.test(character) ? 'word' : undefined
}

const isPlain = (point: number): boolean => (point >= 0x30 && point <= 0x39) || (point >= 0x61 && point <= 0x7a)
const script =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{So}]/u
const letter = /[\p{L}\p{N}]/u
const accent = /\p{M}/u
