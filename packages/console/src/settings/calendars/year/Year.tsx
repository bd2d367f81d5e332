import { dayAt } from '@baton/contract'
import { type ReactNode, useMemo, useState } from 'react'
import { Part } from '../../../forms/Part.tsx'
import { useNow } from '../../../tickets/now.ts'
import { useWords } from '../../words/index.ts'
import { yearOf } from '../day.ts'
import { type Draft, workingOf } from '../draft.ts'
import { useHolidays } from '../useHolidays.ts'
import { daysOfYear, monthsOf } from './days.ts'
import { Legend } from './Legend.tsx'
import { Month } from './Month.tsx'
import style from './Year.module.css'
import { YearSwitch } from './YearSwitch.tsx'

/** The year as the calendar makes it, drawn anew with everything that is written. */
export function Year({ draft }: { draft: Draft }): ReactNode {
  const { t } = useWords()
  const today = dayAt(useNow(), draft.timezone)
  const [year, setYear] = useState(yearOf(today))
  const { years, isPending } = useHolidays(year, year)
  const days = useMemo(
    () =>
      daysOfYear(
        year,
        workingOf(draft),
        years.flatMap(one => one.days),
      ),
    [draft, year, years],
  )
  const isUnknown = !draft.always && draft.holidays && years.some(({ source }) => source === 'unknown')
  return (
    <Part title={t('year.title')} end={<YearSwitch year={year} onChange={setYear} />}>
      <div className={style.year} aria-busy={isPending}>
        {isUnknown && <p className={style.unknown}>{t('year.unknown', { year })}</p>}
        <Legend days={days} />
        <div className={style.months}>
          {monthsOf(days).map(month => (
            <Month key={month.first} month={month} today={today} />
          ))}
        </div>
      </div>
    </Part>
  )
}
