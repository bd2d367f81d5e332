import { useWords as useSharedWords } from '../words/Speaking.tsx'
import { useStepWords } from './words/index.ts'

/** What a verb is called as a step: as everywhere, but for two whose name would not say enough here. */
export function useVerbWord(): (verb: string) => string {
  const { t } = useStepWords()
  const { t: shared } = useSharedWords()
  return verb => {
    if (verb === 'ticket.alert') return t('alert')
    if (verb === 'ticket.update') return t('change')
    return shared(`verb.${verb as 'ticket.claim'}`)
  }
}
