import { useTimes } from '../words/times.ts'
import { useMacroWords } from './words/index.ts'

/** How often it was used, and when last. */
export function useUsedText(): (use: { usedCount: number; usedLately: number; usedAt: string | null }) => string {
  const { t } = useMacroWords()
  const times = useTimes()
  return ({ usedCount, usedLately, usedAt }) => {
    if (!usedAt) return t('never')
    return [
      t('used', { count: usedCount }),
      t('usedLately', { count: usedLately }),
      t('usedAt', { at: times.full(usedAt) }),
    ].join(' · ')
  }
}
