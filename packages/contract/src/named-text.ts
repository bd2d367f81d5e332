import { wordIn } from './locales/index.ts'
import { textParts } from './placeholders.ts'

/** What one of the desk's own fields is called, by its key. */
export type OwnFieldName = (key: string) => string | undefined

/** What a placeholder is called, in the reader's language; its own name where nobody knows it. */
export const placeholderName = (name: string, locale: string, ownName: OwnFieldName): string =>
  (name.startsWith('fields.') ? ownName(name.slice('fields.'.length)) : wordIn(locale, 'placeholder', name)) ?? name

/** A text with placeholders for a list: each by its name. */
export const namedText = (text: string, locale: string, ownName: OwnFieldName): string =>
  textParts(text)
    .map(part => {
      if ('text' in part) return part.text
      if ('broken' in part) return part.broken
      return `〔${placeholderName(part.placeholder, locale, ownName)}〕`
    })
    .join('')
