import { type PlaceholderValues, placeholderName, textParts } from '@baton/contract'
import type { ReactNode } from 'react'
import { useStepWords } from '../words/index.ts'
import style from './Said.module.css'
import { useOwnFieldName } from './useOwnFieldName.ts'

/** Words as they would be said on a ticket: what stands in for a placeholder is marked, and so is what would be empty. */
export function Said({ text, values }: { text: string; values: PlaceholderValues }): ReactNode {
  const { i18n } = useStepWords()
  const ownName = useOwnFieldName()
  return (
    <span className={style.said}>
      {textParts(text).map((part, at) => {
        if ('text' in part) return part.text
        if ('broken' in part) return part.broken
        const { placeholder: name, fallback, known } = part
        const value = known && Object.hasOwn(values, name) ? values[name] : undefined
        const word = placeholderName(name, i18n.language, ownName)
        const state = !known ? 'wrong' : value ? 'filled' : fallback ? 'fallback' : 'empty'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no identity but their place
          <span key={at} className={style.value} data-state={state} data-hint={word}>
            {value || fallback || word}
          </span>
        )
      })}
    </span>
  )
}
