import type { ReactNode } from 'react'
import { useWords } from '../../words/index.ts'
import { useDates, weekDates } from '../useDates.ts'
import type { YearDay, YearMonth } from './days.ts'
import style from './Year.module.css'

interface Props {
  month: YearMonth
  today: string
  /** The one named day of the year that Tab comes to. */
  stop: string | undefined
}

/** One small month; what is special about a day is told on hover and when it is come to by keys, and read aloud. */
export function Month({ month: { first, weeks }, today, stop }: Props): ReactNode {
  const dates = useDates()
  return (
    <table className={style.month}>
      <caption className={style.name}>{dates.month(first)}</caption>
      <thead>
        <tr>
          {weekDates.map(date => (
            <th key={date} scope="col" abbr={dates.weekday(date)} className={style.letter}>
              {dates.weekdayLetter(date)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the weeks of a month stay in their places
          <tr key={at}>
            {week.map((day, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: so do the days of a week
              <Cell key={column} day={day} today={today} stop={stop} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CellProps extends Omit<Props, 'month'> {
  /** Undefined: of another month. */
  day: YearDay | undefined
}

function Cell({ day, today, stop }: CellProps): ReactNode {
  return day ? <Day day={day} isToday={day.date === today} isStop={day.date === stop} /> : <td />
}

interface DayProps {
  day: YearDay
  isToday: boolean
  isStop: boolean
}

function Day({ day: { date, kind, name }, isToday, isStop }: DayProps): ReactNode {
  const { t } = useWords()
  const dates = useDates()
  const what = name ?? (kind === 'shut' ? t('year.shut') : undefined)
  return (
    <td
      className={style.cell}
      data-kind={kind}
      data-date={date}
      {...(isToday && { 'aria-current': 'date' as const })}
      {...(name && { 'data-hint': `${dates.day(date)} ${name} · ${t(`year.${kind}`)}`, tabIndex: isStop ? 0 : -1 })}
    >
      <span className={style.day}>{Number(date.slice(8))}</span>
      {kind === 'makeUp' && (
        <span className={style.mark} aria-hidden>
          {t('year.mark')}
        </span>
      )}
      {what && (
        <span className="unseen">
          {' '}
          {what}
          {name && ` ${t(`year.${kind}`)}`}
        </span>
      )}
    </td>
  )
}
