import i18next from 'i18next'

/** Every language has the same keys as the Chinese. */
export type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> }

/** Adds the words of a room that is fetched when it is entered, so that the first load does not carry them. */
export function addWords(room: string, words: Record<'zh-CN' | 'en', object>): void {
  for (const [locale, said] of Object.entries(words)) i18next.addResourceBundle(locale, room, said)
}
