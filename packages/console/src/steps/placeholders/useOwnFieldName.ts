import type { OwnFieldName } from '@baton/contract'
import { useCallback } from 'react'
import { useFields } from '../../fields/useFields.ts'
import { wordOf } from '../../fields/word.ts'
import { useWords } from '../../words/Speaking.tsx'

/** What a ticket's own fields are called, for texts that name them. */
export function useOwnFieldName(): OwnFieldName {
  const { i18n } = useWords()
  const own = useFields('ticket')
  const { language } = i18n
  return useCallback(
    key => {
      const field = own.find(one => one.key === key)
      return field && wordOf(field, language)
    },
    [own, language],
  )
}
