import { chineseHolidays, type DayOff, type Hours, hoursOf, type Timetable, type WorkingWeek } from '@baton/contract'
import { cached, type Picture } from '../../kernel/configuration.ts'
import { toHours } from './past.ts'

export interface Calendar extends WorkingWeek {
  id: string
  name: string
  archived: boolean
  version: number
  /** Made ready to be reckoned with. */
  hours: Hours
  /** The same with what they were before. */
  timetable: Timetable
}

export interface Calendars {
  /** By name. */
  all: readonly Calendar[]
  byId(id: string): Calendar | undefined
  /** Of all years that anything is known of. */
  publicDays: readonly DayOff[]
  holidaysOf(year: number): { days: readonly DayOff[]; source: 'shipped' | 'desk' | 'unknown' }
}

/** The working calendars with the public holidays, always at hand. */
export const calendars = cached<Calendars>('calendars', async db => {
  const rows = await db.selectFrom('calendars').selectAll().orderBy('name').orderBy('id').execute()
  const own = new Map((await db.selectFrom('public_holidays').selectAll().execute()).map(row => [row.year, row.days]))
  const past = Map.groupBy(
    await db.selectFrom('calendar_past').selectAll().orderBy('until').execute(),
    ({ calendar_id }) => calendar_id,
  )
  const yearOf = ({ date }: DayOff) => Number(date.slice(0, 4))
  const shipped = Map.groupBy(chineseHolidays, yearOf)
  const known = [...chineseHolidays.filter(day => !own.has(yearOf(day))), ...[...own.values()].flat()]
  const all = rows.map((row): Calendar => {
    const { id, name, timezone, week, holidays, days, version } = row
    const working = { timezone, week, holidays, days }
    const hours = hoursOf(working, known)
    const before = (past.get(id) ?? []).map(one => ({ until: one.until.getTime(), hours: toHours(one.hours) }))
    const timetable = { past: before, now: hours }
    return { id, name, ...working, version, archived: row.archived_at !== null, hours, timetable }
  })
  const byId = new Map(all.map(calendar => [calendar.id, calendar]))
  return {
    all,
    publicDays: known,
    byId: id => byId.get(id),
    holidaysOf(year) {
      const ours = own.get(year)
      if (ours) return { days: ours, source: 'desk' }
      const theirs = shipped.get(year)
      return theirs ? { days: theirs, source: 'shipped' } : { days: [], source: 'unknown' }
    },
  }
})

const roundTheClock: Timetable = { past: [], now: { zone: 'UTC', week: null, days: new Map() } }

/** By which working time a calendar reckons; round the clock without one. */
export type HoursOf = (calendarId: string | null) => Timetable

export const timetables =
  (picture: Picture): HoursOf =>
  id =>
    (id && picture.of(calendars).byId(id)?.timetable) || roundTheClock
