import { type DayOff, hoursOf, type Records } from '@baton/contract'
import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import type { Present, Reading } from '../../kernel/kinds.ts'
import { invalidField } from '../../kernel/problems.ts'
import { read } from '../../kernel/read.ts'
import {
  type Decision,
  done,
  put,
  type Refusal,
  reconfigure,
  refuseField,
  type Step,
  tell,
} from '../../kernel/steps.ts'
import { type Call, verb } from '../../kernel/verb.ts'
import { calendars } from './calendars.ts'
import { daysIn } from './ical.ts'
import { keepPast } from './past.ts'

/** What the desk says of a year comes instead of what Baton was shipped with. */
export const setHolidays = verb('holidays.set', {
  subjects: () => oneAtATime,
  decide: (_scene, { year, days }, call) => kept(year, days, call),
})

export const loadHolidays = verb<'holidays.load', DayOff[]>('holidays.load', {
  async prepare(_preparing, { year, ical }) {
    const days = daysIn(ical)
    if (!days) throw invalidField('ical', 'holidays.ical')
    const wanted = days.filter(({ date }) => date.startsWith(`${year}-`))
    if (wanted.length === 0) throw invalidField('ical', 'holidays.none', { year })
    return wanted
  },
  subjects: () => oneAtATime,
  decide: ({ prepared }, { year }, call) => kept(year, prepared, call),
})

function kept(year: number, days: readonly DayOff[], call: Call): Decision | Refusal {
  const strange = days.find(({ date }) => !date.startsWith(`${year}-`))
  if (strange) return refuseField('days', 'holidays.year', { year, date: strange.date })
  const makeUpDays = days.filter(({ kind }) => kind === 'work').length
  const ordered = days.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  return done(idOf(year), [
    put('public_holidays', ['year'], { year, days: ordered }),
    ...pastOf(year, ordered, call),
    reconfigure,
    tell('holidays.changed', deskTopic, deskTopic, { year, holidays: days.length - makeUpDays, makeUpDays }),
  ])
}

/** What the calendars that keep public holidays were until now. */
function pastOf(year: number, days: readonly DayOff[], call: Call): Step[] {
  const { all, publicDays } = call.of(calendars)
  const known = [...publicDays.filter(({ date }) => !date.startsWith(`${year}-`)), ...days]
  return all.flatMap(({ id, hours, ...calendar }) => keepPast(id, hours, hoursOf(calendar, known), call.now))
}

export const getHolidays = read('holidays.get', async (reading, { year }) => ({ ...record(year, reading) }))

export const presentHolidays: Present = async (reading, ids) => ids.map(id => ({ ...record(yearOf(id), reading) }))

/** A year as an id among ids: what a repeated call is answered with is kept by it. */
const idOf = (year: number): string => `00000000-0000-0000-0000-${String(year).padStart(12, '0')}`
const yearOf = (id: string): number => Number(id.slice(-12))

function record(year: number, { picture, caller }: Reading): Records['holidays'] {
  const { days, source } = picture.of(calendars).holidaysOf(year)
  const allowed = ['holidays.set', 'holidays.load'].filter(name => caller.grants.may(name))
  return { year, days: [...days], source, allowed }
}
