import { fold } from '@baton/contract'

/** Something that can be picked behind a `/`. */
export interface Pickable {
  id: string
  name: string
  shortcut: string | null
  /** Further words to find it by. */
  also: string
}

/** What is asked for behind the `/` before the cursor, where one begins a word; undefined where none does. */
export const slashAt = (before: string): string | undefined =>
  /(?:^|[\s，。！？；、（(])\/([^\s/]{0,30})$/u.exec(before)?.[1]

/** Those that what was typed could mean, the likeliest first: by the shortcut, then by the name, then by the words. */
export function matching<P extends Pickable>(all: readonly P[], asked: string): P[] {
  const wanted = fold(asked)
  if (wanted === '') return [...all]
  return all
    .map(one => ({ one, rank: rankOf(one, wanted) }))
    .filter(({ rank }) => rank < unlike)
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one)
}

/** The one whose shortcut is what was typed, and nothing else. */
export const meantBy = <P extends Pickable>(all: readonly P[], asked: string): P | undefined =>
  asked === '' ? undefined : all.find(({ shortcut }) => shortcut !== null && fold(shortcut) === fold(asked))

const unlike = 5

function rankOf({ name, shortcut, also }: Pickable, wanted: string): number {
  const key = fold(shortcut ?? '')
  if (key === wanted) return 0
  if (key.startsWith(wanted)) return 1
  const called = fold(name)
  if (called.startsWith(wanted)) return 2
  if (called.includes(wanted) || key.includes(wanted)) return 3
  return fold(also).includes(wanted) ? 4 : unlike
}

/** The text with what was typed behind the `/` replaced, and where the cursor stands then. */
export function replaced(text: string, cursor: number, asked: string, words: string): { text: string; cursor: number } {
  const start = cursor - asked.length - 1
  return { text: text.slice(0, start) + words + text.slice(cursor), cursor: start + words.length }
}

/** The beginning of the words in one line, for a list. */
export const firstWords = (body: string): string => [...body.replace(/\s+/g, ' ').trim()].slice(0, 80).join('')
