import { dayAt, hoursOf, openAndShut, type WorkingWeek } from '@baton/contract'
import { useMemo } from 'react'
import { useAll } from '../../lists/useAll.ts'
import { yearOf } from '../../settings/calendars/day.ts'
import { type WayDay, wayOf } from '../../settings/calendars/reckon/way.ts'
import { useHolidays } from '../../settings/calendars/useHolidays.ts'
import { type Coming, type ExplainedClock, toldUntil } from './picture.ts'

export interface Ahead {
  parts: readonly Coming[]
  /** Day by day, by the calendar's own dates; undefined round the clock. */
  way: { days: readonly WayDay[]; zone: string } | undefined
}

/** How a clock that runs goes on until it is due; undefined of one that does not, and until its calendar is here. */
export function useAhead(clock: ExplainedClock): Ahead | undefined {
  const [from, due] = [toldUntil(clock), Date.parse(clock.dueAt)]
  const isComing = clock.state === 'running' && due > from
  const calendar = useCalendar(isComing ? clock.calendar : null)
  const zone = calendar?.timezone ?? 'UTC'
  const holidays = useHolidays(...yearsOf(isComing && calendar ? [dayAt(from, zone), dayAt(due, zone)] : undefined))
  return useMemo(() => {
    if (!isComing) return undefined
    if (!clock.calendar) return { parts: [{ from, to: due, open: true }], way: undefined }
    if (!calendar || holidays.isPending) return undefined
    const publicDays = holidays.years.flatMap(({ days }) => days)
    return {
      parts: openAndShut(hoursOf(calendar, publicDays), from, due),
      way: { days: wayOf(calendar, publicDays, from, due), zone },
    }
  }, [isComing, clock.calendar, calendar, holidays, from, due, zone])
}

/** The year before, for a night shift may have begun in it. */
const yearsOf = (dates: readonly [string, string] | undefined): [number, number] =>
  dates ? [yearOf(dates[0]) - 1, yearOf(dates[1])] : [0, 0]

/** Also one that is archived: a promise goes on by the hours that it was given by. */
export function useCalendar(named: { id: string } | null): WorkingWeek | undefined {
  const { data } = useAll('calendar.list', { archived: true }, named !== null)
  return named ? data?.find(({ id }) => id === named.id) : undefined
}
