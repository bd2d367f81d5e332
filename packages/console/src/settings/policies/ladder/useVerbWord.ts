import { useWords as useSharedWords } from '../../../words/Speaking.tsx'
import { useWords } from '../../words/index.ts'

/** What a verb is called among the rungs: as everywhere, but for two whose name would not say enough here. */
export function useVerbWord(): (verb: string) => string {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  return verb => {
    if (verb === 'ticket.alert') return t('policies.ladder.alert')
    if (verb === 'ticket.update') return t('policies.ladder.change')
    return shared(`verb.${verb as 'ticket.claim'}`)
  }
}
