import { fold } from '@baton/contract'
import { backward, cut, leastEnd, smooth } from './lexemes.ts'
import { type Run, runsOf } from './tokens.ts'

/** One thing that is looked for: a word, or several in quotes. */
export interface Word {
  /** Folded; what must stand in the text as it is. */
  text: string
  /** For each run the lexemes of which one must be there (`:*` at the end: as a beginning), without a source's mark. */
  needs: readonly (readonly Lexeme[])[]
  /** Whether the lexemes alone say that the text holds it; otherwise the text is looked at as well. */
  exact: boolean
}

interface Lexeme {
  text: string
  prefix: boolean
}

/** From so many letters on the beginning of a word finds it. */
const leastStart = 3
/** … and of a code (`lexemes.ts`). */
const leastCode = 6
/** So many pairs of a long run are asked of the index; the text itself decides. */
const mostPairs = 6

/**
 * How to find it; undefined when there is nothing in it that can be found (punctuation alone).
 *
 * Characters of a script are found anywhere. A word of letters and digits is found whole, by its beginning from three
 * letters on (a code from six), and by its end from four on: `2445` finds 13812342445.
 */
export function wordOf(asked: string): Word | undefined {
  const text = smooth(fold(asked))
  const runs = runsOf(text)
  if (runs.length === 0) return undefined
  const needs = runs.flatMap((run, at) =>
    run.kind === 'word' ? [wordForms(run.text, { first: at === 0, last: at === runs.length - 1 })] : pairsOf(run.text),
  )
  const [only] = runs
  return { text, needs, exact: runs.length === 1 && only !== undefined && only.text === text && isExact(only) }
}

const isExact = ({ kind, text }: Run): boolean => (kind === 'word' ? cut(text) === text : [...text].length <= 2)

function wordForms(word: string, { first, last }: { first: boolean; last: boolean }): Lexeme[] {
  const forms: Lexeme[] = [{ text: cut(word), prefix: last && word.length >= leastStart }]
  if (last ? word.length >= leastCode : word.length >= 8) forms.push({ text: `#${cut(word)}`, prefix: last })
  if (first && word.length >= leastEnd) forms.push({ text: backward(word), prefix: true })
  return forms
}

function pairsOf(text: string): Lexeme[][] {
  const characters = [...text]
  if (characters.length === 1) return [[{ text, prefix: true }]]
  const pairs = characters.slice(1).map((character, at) => (characters[at] ?? '') + character)
  const step = Math.max(1, Math.ceil(pairs.length / mostPairs))
  const chosen = pairs.filter((_, at) => at % step === 0 || at === pairs.length - 1)
  return [...new Set(chosen)].map(pair => [{ text: pair, prefix: false }])
}

/** The word in any of these sources, or one of these other lexemes, as a tsquery. */
export function queryOf(word: Word, marks: readonly string[], others: readonly string[] = []): string {
  const inSource = (mark: string) =>
    word.needs
      .map(forms => anyOf(forms.map(({ text, prefix }) => quoted(mark + text) + (prefix ? ':*' : ''))))
      .join(' & ')
  const branches = [...marks.map(mark => `(${inSource(mark)})`), ...others.map(quoted)]
  return branches.length > 0 ? anyOf(branches) : nothing
}

/** What no row has. */
export const nothing = `'@nothing'`
export const anyOf = (parts: readonly string[]): string =>
  parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' | ')})`
export const quoted = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
