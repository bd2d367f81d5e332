import { dayAt, offsetAt } from '@baton/contract'
import { type ReactNode, useMemo } from 'react'
import { useWords } from '../../words/index.ts'
import { yearOf } from '../day.ts'
import { type Draft, workingOf } from '../draft.ts'
import { useDates } from '../useDates.ts'
import { useHolidays } from '../useHolidays.ts'
import style from './Reckon.module.css'
import { Way } from './Way.tsx'
import { dueOf, wayOf } from './way.ts'

interface Props {
  draft: Draft
  /** Epoch milliseconds. */
  from: number
  hours: number
}

/** When it will be due, and day by day why. */
export function Result({ draft, from, hours }: Props): ReactNode {
  const { t } = useWords()
  const dates = useDates()
  const { timezone: zone } = draft
  const working = useMemo(() => workingOf(draft), [draft])
  // A shift of the night before may be of the year before; how far it goes shows only with the holidays of the way.
  const first = yearOf(dayAt(from - day, zone))
  const near = useHolidays(first, first + 1)
  const guess = dueOf(working, daysIn(near.years), from, hours)
  const all = useHolidays(first, guess === undefined ? first : yearOf(dayAt(guess, zone)) + 1)
  const publicDays = daysIn(all.years)
  const due = dueOf(working, publicDays, from, hours)
  if (near.isPending || all.isPending) return <div className={style.result} aria-busy />
  if (working.week?.every(spans => spans.length === 0)) return <p className={style.result}>{t('reckon.emptyWeek')}</p>
  if (due === undefined) return <p className={style.result}>{t('reckon.never')}</p>
  const date = dayAt(due, zone)
  return (
    <div className={style.result}>
      <p className={style.due} aria-live="polite">
        <span aria-hidden>→ </span>
        <span className="unseen">{t('reckon.due')} </span>
        {t('reckon.dueAt', { date: dates.full(date), weekday: dates.weekday(date), time: clockAt(due, zone) })}
      </p>
      {zone !== Intl.DateTimeFormat().resolvedOptions().timeZone && (
        <p className={style.zone}>{t('reckon.inZone', { zone })}</p>
      )}
      <Way way={wayOf(working, publicDays, from, due)} clock={at => clockAt(at, zone)} />
    </div>
  )
}

const day = 86_400_000

const daysIn = <D,>(years: readonly { days: readonly D[] }[]): D[] => years.flatMap(one => one.days)

const clockAt = (instant: number, zone: string): string =>
  new Date(instant + offsetAt(instant, zone)).toISOString().slice(11, 16)
