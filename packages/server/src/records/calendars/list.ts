import { laterBy, openAndShut, type Records } from '@baton/contract'
import type { Present, Reading } from '../../kernel/kinds.ts'
import { notFound } from '../../kernel/problems.ts'
import { pageOfAll, read } from '../../kernel/read.ts'
import { type Calendar, calendars } from './calendars.ts'

/** By name. Archived ones only when asked for. */
export const listCalendars = read('calendar.list', async (reading, input) => {
  const { all } = reading.picture.of(calendars)
  const { shown, nextCursor } = pageOfAll(input.archived ? all : all.filter(({ archived }) => !archived), input)
  return { items: shown.map(calendar => ({ ...record(calendar, reading) })), nextCursor }
})

export const presentCalendars: Present = async (reading, ids) => {
  const { byId } = reading.picture.of(calendars)
  return ids.flatMap(id => {
    const calendar = byId(id)
    return calendar ? [{ ...record(calendar, reading) }] : []
  })
}

const record = ({ hours: _, timetable: __, ...calendar }: Calendar, { caller }: Reading): Records['calendar'] => ({
  ...calendar,
  week: calendar.week === null ? null : calendar.week.map(spans => [...spans]),
  days: calendar.days.map(day => ({ ...day, spans: [...day.spans] })),
  allowed: calendar.archived ? [] : ['calendar.update', 'calendar.archive'].filter(name => caller.grants.may(name)),
})

/** The longest way is drawn in so many parts; what comes after is told by the due time alone. */
const mostParts = 400

export const reckonCalendar = read('calendar.reckon', async (reading, { calendarId, from, seconds }) => {
  const calendar = reading.picture.of(calendars).byId(calendarId)
  if (!calendar) throw notFound()
  const start = from === undefined ? reading.now.getTime() : Date.parse(from)
  const due = laterBy(calendar.hours, start, seconds * 1000)
  const parts = due === undefined ? [] : openAndShut(calendar.hours, start, due).slice(0, mostParts)
  const iso = (at: number) => new Date(at).toISOString()
  return {
    from: iso(start),
    dueAt: due === undefined ? null : iso(due),
    parts: parts.map(part => ({ from: iso(part.from), to: iso(part.to), open: part.open })),
  }
})
