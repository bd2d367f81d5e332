import { runsOf } from './tokens.ts'

/** Of longer words this many letters are kept; the text itself tells the rest. */
export const longest = 64
/** How many of its first letters a word is also kept by; a shorter beginning does not find it. */
export const beginnings = [3, 4, 5, 6, 7, 8] as const
/**
 * The same of codes (long numbers, order numbers), behind `#`: there are so many different ones that shorter beginnings
 * would say nothing, and so many with the same beginning that longer ones are kept too.
 */
export const codeBeginnings = [6, 8, 10, 12] as const
/** How many of its last letters a longer word with digits is also kept by, behind `~`: the last four digits. */
export const ending = 4

/**
 * What the index keeps of a folded text, each lexeme behind the source's mark: pairs of characters of a script and its
 * last one alone (so that one character is found by prefix); words whole, and by some of their beginnings and their end.
 * All are asked for as they are: a search by prefix would walk through every word that begins so.
 */
export function addLexemes(folded: string, mark: string, into: Set<string>): void {
  for (const { kind, text } of runsOf(folded)) {
    if (kind === 'word') addWord(text, mark, into)
    else addPairs(text, mark, into)
  }
}

function addWord(word: string, mark: string, into: Set<string>): void {
  into.add(mark + first(word, longest))
  const isLong = isCode(word)
  for (const length of isLong ? codeBeginnings : beginnings) {
    if (word.length > length) into.add(mark + (isLong ? '#' : '^') + first(word, length))
  }
  if (word.length > ending && hasDigit(word)) into.add(`${mark}~${last(word)}`)
}

function addPairs(text: string, mark: string, into: Set<string>): void {
  let before = ''
  for (const character of text) {
    if (before) into.add(mark + before + character)
    before = character
  }
  into.add(mark + before)
}

export const first = (word: string, length: number): string => wellFormed(word.slice(0, length))
export const last = (word: string): string => wellFormed(word.slice(-ending))
/** A pair of surrogates is not to be cut in two. */
const wellFormed = (text: string): string => (text.isWellFormed() ? text : text.replace(/\p{Surrogate}/gu, ''))

/** Only such words are looked for by their ends. */
export const hasDigit = (word: string): boolean => /\p{Nd}/u.test(word)

/** Eight letters or more with at least four digits among them: a phone, an order, a parcel. */
const isCode = (word: string): boolean => word.length >= 8 && (word.match(/\p{Nd}/gu)?.length ?? 0) >= 4

/** The form in which a text is kept and looked through: folded, one space for any white space, no control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
export const smooth = (folded: string): string => folded.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim()
