import type { TimeSpan } from '@baton/contract'
import { useWords } from '../../words/index.ts'
import { isOvernight } from '../draft.ts'
import { useDates, weekDates } from '../useDates.ts'
import { alikeIn } from './runs.ts'

export interface WeekWords {
  /** 周一 */
  nameOf: (day: number) => string
  /** 22:00–次日 06:00 */
  span: (span: TimeSpan) => string
  /** 周一至周五 09:00–12:00、13:00–18:00；周六 09:00–12:00 */
  week: (week: readonly (readonly TimeSpan[])[] | null) => string
}

/** The hours of a week as people say them. */
export function useWeekWords(): WeekWords {
  const { t } = useWords()
  const dates = useDates()
  const nameOf = (day: number) => dates.weekday(weekDates[day] ?? '')
  const span = (one: TimeSpan) =>
    isOvernight(one) ? `${one.from}–${t('calendars.nextDay')} ${one.to}` : `${one.from}–${one.to}`
  const daysOf = (run: readonly number[]) => {
    if (run.length === 7) return t('calendars.everyDay')
    const [first, last] = [nameOf(run[0] ?? 0), nameOf(run.at(-1) ?? 0)]
    return run.length > 2 ? t('calendars.dayRange', { from: first, to: last }) : run.map(nameOf).join(t('comma'))
  }
  return {
    nameOf,
    span,
    week: week =>
      week === null
        ? t('calendars.always')
        : alikeIn(week)
            .map(({ runs, spans }) =>
              t('calendars.daySpans', {
                days: runs.map(daysOf).join(t('comma')),
                spans: spans.map(span).join(t('comma')),
              }),
            )
            .join(t('calendars.between')),
  }
}
