import { wordIn } from './locales/index.ts'
import { textParts } from './placeholders.ts'

/** A text with placeholders for a list: each by its name, in the reader's language. */
export const namedText = (text: string, locale: string): string =>
  textParts(text)
    .map(part => {
      if ('text' in part) return part.text
      if ('broken' in part) return part.broken
      return `〔${wordIn(locale, 'placeholder', part.placeholder) ?? part.placeholder}〕`
    })
    .join('')
