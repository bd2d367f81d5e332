import { z } from 'zod'
import { event, readOne, readPage, verb } from '../catalogue.ts'
import { id, line, lines, time, timezone, version } from '../shapes.ts'

/** Working calendars and the public holidays that they keep; what they mean for time is reckoned in `hours.ts`. */

/** `09:00`; `24:00` is the end of a day. */
const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/)
/** One that ends no later than it begins ends on the next day; it belongs to the day on which it begins. */
const timeSpan = z.strictObject({ from: clockTime, to: clockTime })
const spans = z.array(timeSpan).max(12)
const day = z.iso.date()
const publicDay = z.strictObject({ date: day, name: line(50), kind: z.enum(['off', 'work']) })

const shape = {
  name: line(100),
  timezone,
  /** From Monday to Sunday; null: round the clock. At least one day has hours. */
  week: z
    .array(spans)
    .length(7)
    .refine(week => week.some(one => one.length > 0), { params: { code: 'calendar.shut' } })
    .nullable(),
  /** Whether it keeps the public holidays and their make-up days. */
  holidays: z.boolean(),
  /** Days of its own, which come before the public ones; without spans they are shut. Each date once. */
  days: z
    .array(z.strictObject({ date: day, name: line(50), spans }))
    .max(1000)
    .refine(days => new Set(days.map(({ date }) => date)).size === days.length, { params: { code: 'calendar.twice' } }),
}

export const calendarVerbs = {
  'calendar.create': verb('calendar', {
    ...shape,
    holidays: shape.holidays.default(true),
    days: shape.days.default([]),
  }),
  'calendar.update': verb('calendar', {
    calendarId: id,
    name: shape.name.optional(),
    timezone: shape.timezone.optional(),
    week: shape.week.optional(),
    holidays: shape.holidays.optional(),
    days: shape.days.optional(),
    version: version.optional(),
  }),
  'calendar.archive': verb('calendar', { calendarId: id }),
  /** The public holidays and make-up days of a year, in place of those that it had. */
  'holidays.set': verb('holidays', {
    year: z.int().min(2000).max(2200),
    days: z
      .array(publicDay)
      .max(366)
      .refine(days => new Set(days.map(({ date }) => date)).size === days.length, {
        params: { code: 'calendar.twice' },
      }),
  }),
  /** The same from an iCalendar file, as calendars of public holidays are published: of it the days of the year count. */
  'holidays.load': verb('holidays', { year: z.int().min(2000).max(2200), ical: lines(2_000_000) }),
} as const

export const calendarReads = {
  'calendar.list': readPage('calendar', { archived: z.boolean().optional() }, 'signedIn'),
  /** When so much working time will have passed, and the stretches of open and shut time until then. */
  'calendar.reckon': readOne(
    'reckoning',
    {
      calendarId: id,
      from: time.optional(),
      seconds: z
        .int()
        .min(0)
        .max(366 * 86_400),
    },
    'signedIn',
  ),
  'holidays.get': readOne('holidays', { year: z.int().min(2000).max(2200) }, 'signedIn'),
} as const

const change = z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })
const named = event({ name: z.string() })
export const calendarEvents = {
  'calendar.created': named,
  'calendar.updated': event({ name: z.string(), changes: z.array(change) }),
  'calendar.archived': named,
  'holidays.changed': event({ year: z.int(), holidays: z.int(), makeUpDays: z.int() }),
} as const

export const calendarRecords = {
  calendar: z.object({
    id,
    ...shape,
    archived: z.boolean(),
    version: z.int(),
    allowed: z.array(z.string()),
  }),
  holidays: z.object({
    year: z.int(),
    days: z.array(publicDay),
    /** Shipped with Baton, set by the desk, or not known yet. */
    source: z.enum(['shipped', 'desk', 'unknown']),
    allowed: z.array(z.string()),
  }),
  reckoning: z.object({
    from: z.string(),
    /** Null when so much working time never passes. */
    dueAt: z.string().nullable(),
    parts: z.array(z.object({ from: z.string(), to: z.string(), open: z.boolean() })),
  }),
} as const
