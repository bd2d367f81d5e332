import type { i18n as I18n, TFunction } from 'i18next'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

interface Words {
  t: TFunction<'translation'>
  i18n: I18n
}

const Speaking = createContext<Words | undefined>(undefined)

/** Listens once for the language, for all words beneath. */
export function Speaker({ children }: { children: ReactNode }): ReactNode {
  const { t, i18n } = useTranslation('translation')
  return <Speaking value={useMemo(() => ({ t, i18n }), [t, i18n])}>{children}</Speaking>
}

/** The console's words in the reader's language. */
export function useWords(): Words {
  const words = useContext(Speaking)
  if (!words) throw new Error('useWords stands outside Speaker')
  return words
}
