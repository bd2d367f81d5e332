import type { Wording } from '@baton/contract'
import { useMemo } from 'react'
import { useNames } from '../people/directory.ts'
import { useWords } from '../words/Speaking.tsx'

/** What the words of values depend on here. Regions are told by their codes: who shows addresses asks for their names. */
export function useWording(): Wording {
  const { i18n } = useWords()
  const names = useNames()
  const { language } = i18n
  return useMemo(
    () => ({
      locale: language,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      nameOf: id => names(id),
      regionOf: () => undefined,
    }),
    [language, names],
  )
}
