import { fold } from '@baton/contract'
import { smooth, type Word } from '../../search/index.ts'

export interface Snippet {
  text: string
  ranges: [number, number][]
}

const before = 24
const most = 120

/** Which of the words stand in a text; quickly, for most texts hold none. */
export function wordsIn(text: string, words: readonly Word[]): Word[] {
  const folded = smooth(fold(text))
  return words.filter(word => folded.includes(word.text))
}

/** The words in a text, as it was written, with what stands around the first of them; undefined when none does. */
export function snippetOf(text: string, words: readonly Word[]): Snippet | undefined {
  const read = mapped(text)
  const found = words.flatMap(word => placesOf(word, read)).sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const [first] = found
  return first && cutOut(text, first[0], merged(found))
}

/** Folded, and for each of its units where in the text it comes from. */
interface Mapped {
  folded: string
  from: number[]
  to: number[]
}

/** Character by character with its accents, as `fold` and `smooth` read the whole. */
function mapped(text: string): Mapped {
  let folded = ''
  const from: number[] = []
  const to: number[] = []
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: white space here too
    const unit = fold(cluster).replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
    if (unit === ' ' && (folded === '' || folded.endsWith(' '))) continue
    folded += unit
    for (let at = 0; at < unit.length; at++) {
      from.push(index)
      to.push(index + cluster.length)
    }
  }
  return { folded, from, to }
}

function placesOf({ text, exact }: Word, { folded, from, to }: Mapped): [number, number][] {
  const places: [number, number][] = []
  for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + text.length)) {
    const end = at + text.length
    // A word of letters is found by its beginning or its end, never inside another.
    if (exact && isLetter(folded, at) && isLetter(folded, at - 1) && isLetter(folded, end)) continue
    places.push([from[at] ?? 0, to[end - 1] ?? 0])
  }
  return places
}

const isLetter = (text: string, at: number): boolean =>
  /[\p{L}\p{N}]/u.test(text[at] ?? '') &&
  !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text[at] ?? '')

function merged(places: readonly [number, number][]): [number, number][] {
  const ranges: [number, number][] = []
  for (const [from, to] of places) {
    const last = ranges.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else ranges.push([from, to])
  }
  return ranges
}

/** On one line, with dots where something is left out; never through the middle of a character. */
function cutOut(text: string, first: number, ranges: readonly [number, number][]): Snippet {
  let start = text.length <= most ? 0 : Math.max(0, first - before)
  if (isInside(text, start)) start -= 1
  let end = Math.min(text.length, start + most)
  if (isInside(text, end)) end -= 1
  const head = start > 0 ? '…' : ''
  const shift = head.length - start
  return {
    text: head + text.slice(start, end).replace(/\s/g, ' ') + (end < text.length ? '…' : ''),
    ranges: ranges
      .filter(([from]) => from < end)
      .map(([from, to]) => [Math.max(from, start) + shift, Math.min(to, end) + shift]),
  }
}

const isInside = (text: string, at: number): boolean =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '')
