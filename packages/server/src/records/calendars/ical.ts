import type { DayOff } from '@baton/contract'
import ICAL from 'ical.js'

/** How published calendars mark a weekend day on which people work: 春节（班）, 调休上班, 补班. */
const isWorked = /[（(]班[)）]|上班|补班|make-?up|working day/i
/** The marks themselves are no part of the name. */
const marks = /\s*[（(](?:休|班|假)[)）]\s*|\s*(?:放假|假期)$/g
const longest = 31

/**
 * The days of an iCalendar file by its events of whole days, each date once, the working day before the day off; undefined
 * for what is no such file. Times of day and repetitions are nothing that a public holiday has.
 */
export function daysIn(text: string): DayOff[] | undefined {
  try {
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map(one => new ICAL.Event(one))
    const days = events.flatMap(daysOf)
    return [...new Map(days.toSorted(workedLast).map(day => [day.date, day])).values()]
  } catch {
    return undefined
  }
}

function daysOf(event: ICAL.Event): DayOff[] {
  const { startDate, summary } = event
  if (!startDate?.isDate) return []
  const { endDate } = event
  const kind = isWorked.test(summary ?? '') ? 'work' : 'off'
  const name = (summary ?? '').replaceAll(marks, '').trim().slice(0, 50) || (kind === 'work' ? '调休' : '节假日')
  const days: DayOff[] = []
  // The end stands for the day after the last; without one the event lasts a day.
  for (const at = startDate.clone(); days.length < longest; at.adjust(1, 0, 0, 0)) {
    if (days.length > 0 && (!endDate || at.compare(endDate) >= 0)) break
    days.push({ date: at.toString().slice(0, 10), name, kind })
  }
  return days
}

const workedLast = (a: DayOff, b: DayOff): number => Number(a.kind === 'work') - Number(b.kind === 'work')
