import type { ReactNode } from 'react'
import { useWords } from '../../words/index.ts'
import { useDates } from '../useDates.ts'
import style from './Reckon.module.css'
import type { WayDay } from './way.ts'

/** Of a longer way its ends are shown: they say what one wants to know. */
const [atFirst, atLast] = [5, 4]

/** The days from the beginning to the due time: a thin bar of 24 hours each, and its open hours in words. */
export function Way({ way, clock }: { way: readonly WayDay[]; clock: (at: number) => string }): ReactNode {
  const { t } = useWords()
  const isLong = way.length > atFirst + atLast + 1
  const draw = (day: WayDay) => <Line key={day.date} day={day} clock={clock} />
  return (
    <ul className={style.way} aria-label={t('reckon.days')}>
      {(isLong ? way.slice(0, atFirst) : way).map(draw)}
      {isLong && <li className={style.more}>{t('reckon.more', { count: way.length - atFirst - atLast })}</li>}
      {isLong && way.slice(-atLast).map(draw)}
    </ul>
  )
}

function Line({ day, clock }: { day: WayDay; clock: (at: number) => string }): ReactNode {
  const { t } = useWords()
  const dates = useDates()
  const { date, until, name, open, midnight, nextMidnight } = day
  const isOne = date === until
  const share = (at: number) => `${((at - midnight) / (nextMidnight - midnight)) * 100}%`
  const end = (at: number) => (at === nextMidnight ? '24:00' : clock(at))
  return (
    <li className={style.day} data-open={open.length > 0 || undefined}>
      <span className={style.date}>
        {dates.day(date)}
        {!isOne && ` – ${dates.day(until)}`}
      </span>
      <span className={style.weekday}>
        {dates.weekday(date)}
        {!isOne && ` – ${dates.weekday(until)}`}
      </span>
      <span className={style.bar} aria-hidden>
        {open.map(({ from, to }) => (
          <span
            key={from}
            className={style.open}
            style={{ left: share(from), width: `calc(${share(to)} - ${share(from)})` }}
          />
        ))}
      </span>
      <span className={style.what}>
        {open.map(({ from, to }, index) => (
          <span key={from} className={style.span}>
            {`${clock(from)}–${end(to)}${index < open.length - 1 ? t('comma') : ''}`}
          </span>
        ))}
        {open.length === 0 && (name ? t('reckon.restOf', { name }) : t('reckon.rest'))}
        {open.length > 0 && name && <span className={style.named}> {name}</span>}
      </span>
    </li>
  )
}
