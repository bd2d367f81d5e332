import { useCallback } from 'react'
import { useOwnFields } from './useOwnFields.ts'
import { isBuiltIn, ownFieldOf } from './viewFields.ts'
import { useViewWords } from './words/index.ts'

/** What fields are called on columns, in orders and groupings, in the reader's language. */
export function useViewFieldNames(): (id: string) => string {
  const { t, i18n } = useViewWords()
  const own = useOwnFields()
  return useCallback(
    id => {
      if (isBuiltIn(id)) return t(`field.${id}`)
      const field = ownFieldOf(own, id)
      if (!field) return id
      return i18n.language.startsWith('zh') ? field.name : (field.nameEn ?? field.name)
    },
    [t, i18n.language, own],
  )
}
