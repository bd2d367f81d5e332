import { IconButton } from '@baton/ui'
import type { ReactNode } from 'react'
import { useWords } from '../../words/index.ts'
import style from './Year.module.css'

/** One year back or forth. */
export function YearSwitch({ year, onChange }: { year: number; onChange: (year: number) => void }): ReactNode {
  const { t } = useWords()
  return (
    <span className={style.switch}>
      <IconButton icon="left" label={t('year.before')} disabled={year <= 2000} onClick={() => onChange(year - 1)} />
      <span className={style.which} aria-live="polite">
        {t('year.of', { year })}
      </span>
      <IconButton icon="right" label={t('year.after')} disabled={year >= 2200} onClick={() => onChange(year + 1)} />
    </span>
  )
}
