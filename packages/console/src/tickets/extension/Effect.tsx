import type { ReactNode } from 'react'
import { useTimes } from '../../words/times.ts'
import type { ExplainedClock } from '../clocks/picture.ts'
import { useClockWords } from '../clocks/words/index.ts'
import { useNewDue } from './useNewDue.ts'

/** What more time would mean: when it would be due, or only how much more there is where that cannot be told. */
export function Effect({ clock, seconds }: { clock: ExplainedClock | undefined; seconds: number | null }): ReactNode {
  const { t } = useClockWords()
  const times = useTimes()
  const due = useNewDue(clock, seconds)
  if (seconds === null || seconds <= 0) return null
  return due
    ? t('extension.wouldBe', { at: times.when(due) })
    : t('extension.wouldBeMore', { length: times.worked(seconds) })
}
