import type { SlaPolicyRecord } from '../records.ts'
import { useWords } from '../words/index.ts'
import { isUsual } from './lead.ts'

/** What a policy has beside its hours, counted: yellow cards that are not the usual ones, and rungs. */
export function useSpecialText(): (policy: SlaPolicyRecord) => string {
  const { t } = useWords()
  return ({ targets }) => {
    const leads = targets.filter(({ lead }) => !isUsual(lead)).length
    const rungs = targets.reduce((sum, { ladder }) => sum + ladder.length, 0)
    return [
      ...(leads > 0 ? [t('policies.leads', { count: leads })] : []),
      ...(rungs > 0 ? [t('policies.rungs', { count: rungs })] : []),
    ].join(t('comma'))
  }
}
