import { Chip } from '@baton/ui'
import type { ReactNode } from 'react'
import { Fold } from '../../forms/Fold.tsx'
import { useWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { By } from './By.tsx'
import style from './ClocksSheet.module.css'
import { Explanation } from './Explanation.tsx'
import type { ExplainedClock } from './picture.ts'
import { useClockWords } from './words/index.ts'

/** A promise that is over: kept in time, late, or of no more account; how long it took. */
export function Ended({ clock }: { clock: ExplainedClock }): ReactNode {
  const { t } = useClockWords()
  const { t: shared } = useWords()
  const times = useTimes()
  const target = shared(`target.${clock.target}`)
  return (
    <section className={style.clock} aria-label={target}>
      <div className={style.head}>
        <h3 className={style.target}>{target}</h3>
        <Outcome clock={clock} />
      </div>
      <p className={style.facts}>
        <span>{t('took', { used: times.worked(clock.usedSeconds), whole: times.worked(clock.targetSeconds) })}</span>
        {clock.endedAt && <span>{t('endedAt', { at: times.when(clock.endedAt) })}</span>}
        {clock.missedBy && <span>{t('missedBy', { name: clock.missedBy })}</span>}
      </p>
      <Fold title={t('why')}>
        <By clock={clock} />
        <Explanation clock={clock} />
      </Fold>
    </section>
  )
}

function Outcome({ clock: { state, breachedAt } }: { clock: ExplainedClock }): ReactNode {
  const { t } = useClockWords()
  if (breachedAt) return <Chip tone="red">{t('late')}</Chip>
  return state === 'met' ? <Chip tone="accent">{t('inTime')}</Chip> : <Chip>{t('state.dropped')}</Chip>
}
