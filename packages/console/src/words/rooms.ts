import type { i18n as I18n } from 'i18next'
import { useMemo } from 'react'
import { useWords } from './Speaking.tsx'

/** Every language has the same keys as the Chinese. */
export type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> }

/** Where a word stands, `people.add`; of words that count, without the ending `_one` or `_other`. */
type Key<T> = {
  [K in keyof T & string]: T[K] extends string
    ? K extends `${infer Name}_one` | `${infer Name}_other`
      ? Name
      : K
    : `${K}.${Key<T[K]>}`
}[keyof T & string]

export interface RoomWords<T> {
  t: (key: Key<T>, params?: Record<string, unknown>) => string
  i18n: I18n
}

/** The words of a room that is fetched when it is entered, so that the first load does not carry them. */
export function roomWords<T extends object>(room: string, words: { 'zh-CN': T; en: Same<T> }): () => RoomWords<T> {
  return () => {
    const { i18n } = useWords()
    const { language } = i18n
    return useMemo(() => {
      // Not before somebody speaks: a room may be here before the first words are.
      if (!i18n.hasResourceBundle(language, room))
        for (const [locale, said] of Object.entries(words)) i18n.addResourceBundle(locale, room, said)
      const fixed = i18n.getFixedT as unknown as (language: string, room: string) => RoomWords<T>['t']
      return { t: fixed(language, room), i18n }
    }, [i18n, language])
  }
}
