export { chineseHolidays } from './holidays.ts'
export { type Hours, laterBy, openAndShut, workedBetween } from './hours.ts'
export { calendarEvents, calendarReads, calendarRecords, calendarVerbs } from './verbs.ts'
export { type DayOff, hoursOf, type OwnDay, type TimeSpan, type WorkingWeek } from './week.ts'
