import type { DayOff, Records } from '@baton/contract'
import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import type { Present, Reading } from '../../kernel/kinds.ts'
import { invalidField } from '../../kernel/problems.ts'
import { read } from '../../kernel/read.ts'
import { type Decision, done, put, type Refusal, reconfigure, refuseField, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { calendars } from './calendars.ts'
import { daysIn } from './ical.ts'

/** What the desk says of a year comes instead of what Baton was shipped with. */
export const setHolidays = verb('holidays.set', {
  subjects: () => oneAtATime,
  decide: (_scene, { year, days }) => kept(year, days),
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
  decide: ({ prepared }, { year }) => kept(year, prepared),
})

function kept(year: number, days: readonly DayOff[]): Decision | Refusal {
  const strange = days.find(({ date }) => !date.startsWith(`${year}-`))
  if (strange) return refuseField('days', 'holidays.year', { year, date: strange.date })
  const makeUpDays = days.filter(({ kind }) => kind === 'work').length
  const ordered = days.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  return done(idOf(year), [
    put('public_holidays', ['year'], { year, days: ordered }),
    reconfigure,
    tell('holidays.changed', deskTopic, deskTopic, { year, holidays: days.length - makeUpDays, makeUpDays }),
  ])
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
