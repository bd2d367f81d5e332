import { useCallback } from 'react'
import { phoneText } from '../words/phone.ts'
import { useWords } from '../words/Speaking.tsx'

interface Reachable {
  company: string | null
  phones: readonly string[]
  emails: readonly string[]
}

/** By what a customer is told from namesakes, in one line: company, first phone, first mail address. */
export function useReach(): (customer: Reachable) => string {
  const { t } = useWords()
  return useCallback(
    ({ company, phones: [phone], emails: [email] }) =>
      [company, phone && phoneText(phone, t('word.extension')), email].filter(Boolean).join(' · '),
    [t],
  )
}
