import type { ReactNode } from 'react'
import style from './ClocksSheet.module.css'
import type { ExplainedClock } from './picture.ts'
import { useClockWords } from './words/index.ts'

/** Whose promise it is, and by which working time it is reckoned. */
export function By({ clock: { policy, calendar } }: { clock: ExplainedClock }): ReactNode {
  const { t } = useClockWords()
  return (
    <p className={style.facts}>
      {policy && <span className={style.by}>{t('policy', { name: policy.name })}</span>}
      <span className={style.by}>{calendar ? t('calendar', { name: calendar.name }) : t('roundTheClock')}</span>
    </p>
  )
}
