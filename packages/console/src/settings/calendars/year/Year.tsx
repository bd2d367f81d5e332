import { dayAt } from '@baton/contract'
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react'
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
  const [at, setAt] = useState<string>()
  const named = days.filter(({ name }) => name !== undefined)
  const stop = (named.find(({ date }) => date === at) ?? named[0])?.date
  const isUnknown = !draft.always && draft.holidays && years.some(({ source }) => source === 'unknown')
  return (
    <Part title={t('year.title')} end={<YearSwitch year={year} onChange={setYear} />}>
      <div className={style.year} aria-busy={isPending}>
        {isUnknown && <p className={style.unknown}>{t('year.unknown', { year })}</p>}
        <Legend days={days} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: only moves between the days inside */}
        <div className={style.months} onKeyDown={step} onFocus={({ target }) => setAt(target.dataset.date)}>
          {monthsOf(days).map(month => (
            <Month key={month.first} month={month} today={today} stop={stop} />
          ))}
        </div>
      </div>
    </Part>
  )
}

/** From one named day to the next: Tab comes to one of them, and not to each of forty. */
function step(event: KeyboardEvent<HTMLElement>): void {
  const days = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-hint]')]
  const at = days.indexOf(document.activeElement as HTMLElement)
  const to = {
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    Home: 0,
    End: days.length - 1,
  }
  const next = days[to[event.key as keyof typeof to]]
  if (at < 0 || !next) return
  event.preventDefault()
  next.focus()
}
