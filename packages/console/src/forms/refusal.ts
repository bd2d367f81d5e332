import { isProblem } from '../session/problem.ts'
import { useProblemText } from '../session/problem-text.ts'
import { useWords } from '../words/Speaking.tsx'

interface Typed {
  /** What stood there when the typing began. */
  before: string
  /** What stands there now. */
  now: string
}

/**
 * Why a change in place was refused, as a sentence. When somebody else was quicker it says so; where the control still
 * shows what was typed, it says what they made of it, too.
 */
export function useRefusalText(): (error: unknown, typed?: Typed) => string {
  const { t } = useWords()
  const problemText = useProblemText()
  return (error, typed) => {
    if (!isProblem(error, 'conflict')) return problemText(error)
    if (!typed) return t('problem.conflict')
    if (typed.now === typed.before) return t('problem.conflictBeside')
    return typed.now ? t('problem.conflictNow', { now: typed.now }) : t('problem.conflictCleared')
  }
}
