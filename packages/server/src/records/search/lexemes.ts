import { runsOf } from './tokens.ts'

/** Longer words are kept by their first and their last letters. */
export const longest = 64
/** From so many letters on a word can be found by its end. */
export const leastEnd = 4

/**
 * What the index keeps of a folded text, each lexeme behind the source's mark: pairs of characters of a script and its
 * last one alone (so that one character is found by prefix); words, and the same backwards behind `~`, for their ends.
 * Codes (long numbers, order numbers) stand behind `#`: there are so many different ones that a short beginning must not
 * go through them all.
 */
export function addLexemes(folded: string, mark: string, into: Set<string>): void {
  for (const { kind, text } of runsOf(folded)) {
    if (kind === 'word') addWord(text, mark, into)
    else addPairs(text, mark, into)
  }
}

function addWord(word: string, mark: string, into: Set<string>): void {
  into.add(forward(word, mark))
  if (word.length > leastEnd) into.add(mark + backward(word))
}

function addPairs(text: string, mark: string, into: Set<string>): void {
  let before = ''
  for (const character of text) {
    if (before) into.add(mark + before + character)
    before = character
  }
  into.add(mark + before)
}

const forward = (word: string, mark: string): string => mark + (isCode(word) ? '#' : '') + cut(word)
export const backward = (word: string): string => `~${[...cutEnd(word)].reverse().join('')}`
export const cut = (word: string): string => wellFormed(word.slice(0, longest))
const cutEnd = (word: string): string => wellFormed(word.slice(-longest))
/** A pair of surrogates is not to be cut in two. */
const wellFormed = (text: string): string => (text.isWellFormed() ? text : text.replace(/\p{Surrogate}/gu, ''))

/** Eight letters or more with at least four digits among them: a phone, an order, a parcel. */
export const isCode = (word: string): boolean => word.length >= 8 && (word.match(/\p{Nd}/gu)?.length ?? 0) >= 4

/** The form in which a text is kept and looked through: folded, one space for any white space, no control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
export const smooth = (folded: string): string => folded.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim()
