import { module } from '../../kernel/module.ts'
import { archiveCalendar } from './archive.ts'
import { calendars } from './calendars.ts'
import { createCalendar } from './create.ts'
import { getHolidays, loadHolidays, presentHolidays, setHolidays } from './holidays.ts'
import { calendarKind } from './kind.ts'
import { listCalendars, presentCalendars, reckonCalendar } from './list.ts'
import { updateCalendar } from './update.ts'

export { type Calendars, calendars, type HoursOf, timetables } from './calendars.ts'

/** When people work: calendars with several spans a day, public holidays and make-up days, by which promises are reckoned. */
export const calendarsRoom = module({
  name: 'calendars',
  verbs: {
    'calendar.create': createCalendar,
    'calendar.update': updateCalendar,
    'calendar.archive': archiveCalendar,
    'holidays.set': setHolidays,
    'holidays.load': loadHolidays,
  },
  reads: { 'calendar.list': listCalendars, 'calendar.reckon': reckonCalendar, 'holidays.get': getHolidays },
  kinds: [calendarKind],
  presenters: { calendar: presentCalendars, holidays: presentHolidays },
  configuration: [calendars],
})
