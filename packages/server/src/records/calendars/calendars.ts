import { chineseHolidays, type DayOff, type Hours, hoursOf, type WorkingWeek } from '@baton/contract'
import { cached } from '../../kernel/configuration.ts'

export interface Calendar extends WorkingWeek {
  id: string
  name: string
  archived: boolean
  version: number
  /** Made ready to be reckoned with. */
  hours: Hours
}

export interface Calendars {
  /** By name. */
  all: readonly Calendar[]
  byId(id: string): Calendar | undefined
  holidaysOf(year: number): { days: readonly DayOff[]; source: 'shipped' | 'desk' | 'unknown' }
}

/** The working calendars with the public holidays, always at hand. */
export const calendars = cached<Calendars>('calendars', async db => {
  const rows = await db.selectFrom('calendars').selectAll().orderBy('name').orderBy('id').execute()
  const own = new Map((await db.selectFrom('public_holidays').selectAll().execute()).map(row => [row.year, row.days]))
  const yearOf = ({ date }: DayOff) => Number(date.slice(0, 4))
  const shipped = Map.groupBy(chineseHolidays, yearOf)
  const known = [...chineseHolidays.filter(day => !own.has(yearOf(day))), ...[...own.values()].flat()]
  const all = rows.map((row): Calendar => {
    const { id, name, timezone, week, holidays, days, version } = row
    const working = { timezone, week, holidays, days }
    return { id, name, ...working, version, archived: row.archived_at !== null, hours: hoursOf(working, known) }
  })
  const byId = new Map(all.map(calendar => [calendar.id, calendar]))
  return {
    all,
    byId: id => byId.get(id),
    holidaysOf(year) {
      const ours = own.get(year)
      if (ours) return { days: ours, source: 'desk' }
      const theirs = shipped.get(year)
      return theirs ? { days: theirs, source: 'shipped' } : { days: [], source: 'unknown' }
    },
  }
})
