import i18next from 'i18next'
import type { Locale } from './index.ts'

/** Adds the words of a room that is fetched when it is entered, so that the first load does not carry them. */
export function addWords(room: string, words: Record<Locale, object>): void {
  for (const [locale, said] of Object.entries(words)) i18next.addResourceBundle(locale, room, said)
}
