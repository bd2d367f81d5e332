import { fold } from '@baton/contract'
import { beginnings, codeBeginnings, ending, first, hasDigit, last, longest, smooth } from './lexemes.ts'
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

/** So many pairs of a long run are asked of the index; the text itself decides. */
const mostPairs = 6

/**
 * How to find it; undefined when there is nothing in it that can be found (punctuation alone).
 *
 * Characters of a script are found anywhere. A word of letters and digits is found whole, by its beginning from three
 * letters on (a code from six), and with digits by its end from four on: `2445` finds 13812342445.
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

const leastCode = Math.min(...codeBeginnings)
const isOneOf = (lengths: readonly number[], length: number): boolean => lengths.includes(length)

/** Whether what the index keeps is the whole of it. */
function isExact({ kind, text }: Run): boolean {
  if (kind === 'script') return [...text].length <= 2
  if (hasDigit(text)) return text.length <= ending
  return text.length <= Math.max(...beginnings) && (text.length < leastCode || isOneOf(codeBeginnings, text.length))
}

interface Place {
  first: boolean
  last: boolean
}

/** Whole; as a beginning where nothing follows; as an end where nothing comes before. */
function wordForms(word: string, place: Place): Lexeme[] {
  const forms = [first(word, longest)]
  if (place.last) {
    forms.push(...longestOf(beginnings, word).map(length => `^${first(word, length)}`))
    forms.push(...longestOf(codeBeginnings, word).map(length => `#${first(word, length)}`))
  }
  if (place.first && word.length >= ending && hasDigit(word)) forms.push(`~${last(word)}`)
  return forms.map(text => ({ text, prefix: false }))
}

const longestOf = (lengths: readonly number[], { length }: string): number[] =>
  lengths.filter(one => one <= length).slice(-1)

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
