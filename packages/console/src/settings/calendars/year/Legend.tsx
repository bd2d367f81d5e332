import type { ReactNode } from 'react'
import { useWords } from '../../words/index.ts'
import { dayKinds, type YearDay } from './days.ts'
import style from './Year.module.css'

/** What the colours mean, and how many days of the year are of each kind; kinds that there are none of are left out. */
export function Legend({ days }: { days: readonly YearDay[] }): ReactNode {
  const { t } = useWords()
  const shown = dayKinds
    .map(kind => ({ kind, count: days.filter(day => day.kind === kind).length }))
    .filter(({ count }) => count > 0)
  return (
    <ul className={style.legend}>
      {shown.map(({ kind, count }) => (
        <li key={kind} className={style.entry}>
          <span className={style.cell} data-kind={kind} aria-hidden>
            <span className={style.day}>{'8'}</span>
            {kind === 'makeUp' && <span className={style.mark}>{t('year.mark')}</span>}
          </span>
          {t(`year.${kind}`)}
          <span className={style.count}>{t('year.count', { count })}</span>
        </li>
      ))}
    </ul>
  )
}
