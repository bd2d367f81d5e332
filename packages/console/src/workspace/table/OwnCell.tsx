import { fieldText } from '@baton/contract'
import { type ReactNode, useMemo } from 'react'
import { useNames } from '../../people/directory.ts'
import { useWords } from '../../words/Speaking.tsx'
import type { OwnField } from '../useOwnFields.ts'

/** The value of one of the desk's own fields, in one line. */
export function OwnCell({ field, value }: { field: OwnField; value: unknown }): ReactNode {
  const { i18n } = useWords()
  const names = useNames()
  const { language } = i18n
  const wording = useMemo(
    () => ({
      locale: language,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      nameOf: (id: string) => names(id),
      regionOf: () => undefined,
    }),
    [language, names],
  )
  return fieldText(field, value, wording)
}
