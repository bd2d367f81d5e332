import { useWords } from '../words/Speaking.tsx'
import { Problem } from './problem.ts'

/** A problem as a sentence: the server's own where it gave one. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useWords()
  return error => {
    if (!(error instanceof Problem)) return t('problem.unexpected')
    if (error.code === 'offline' || error.code === 'unreachable') return t('problem.offline')
    const fields = error.fields.map(field => field.detail).filter(Boolean)
    if (error.code === 'invalid' && fields.length > 0) return fields.join(' · ')
    return error.message || t('problem.unexpected')
  }
}
