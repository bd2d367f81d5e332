import type { DayOff } from '@baton/contract'
import type { ReactNode } from 'react'
import { useWords } from '../../words/index.ts'
import { useDates } from '../useDates.ts'
import style from './Holidays.module.css'
import { holidaysIn, type Run } from './runs.ts'

/** Each holiday in one line: its days off, and the weekend days that are worked instead. */
export function HolidayLines({ year, days }: { year: number; days: readonly DayOff[] }): ReactNode {
  const { t } = useWords()
  return (
    <ul className={style.lines} aria-label={t('holidays.of', { year })}>
      {holidaysIn(days).map(({ name, off, work }) => (
        <li key={`${name} ${(off[0] ?? work[0])?.from}`} className={style.holiday}>
          <span className={style.name}>{name}</span>
          <span className={style.runs}>
            {[...off, ...work].map(run => (
              <RunWords key={run.from} run={run} />
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}

function RunWords({ run: { kind, from, to } }: { run: Run }): ReactNode {
  const { t } = useWords()
  const dates = useDates()
  const said = (date: string) => t('calendars.weekdayOn', { date: dates.day(date), weekday: dates.weekday(date) })
  const count = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  return (
    <span className={style.run} data-kind={kind}>
      <span className={style.mark}>{t(`holidays.${kind}`)}</span>
      <span className={style.when}>
        {from === to ? said(from) : t('holidays.until', { from: said(from), to: said(to) })}
        {count > 1 && <span className={style.length}> {t('holidays.length', { count })}</span>}
      </span>
    </span>
  )
}
