import { type Hours, hoursOf, laterBy, workedBetween } from '@baton/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HoursOf } from '../../records/calendars/index.ts'
import { extended, isOther, paused, resumed, retargeted, started, used } from './clock.ts'
import type { Promised } from './promised.ts'

const day = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
]
const working: Hours = hoursOf(
  { timezone: 'Asia/Shanghai', week: [day, day, day, day, day, [], []], holidays: true, days: [] },
  [
    { date: '2026-09-25', name: '中秋节', kind: 'off' },
    { date: '2026-09-20', name: '中秋节调休', kind: 'work' },
  ],
)
const hours: HoursOf = id => ({ past: [], now: id ? working : { zone: 'UTC', week: null, days: new Map() } })
const promised = (seconds: number, more: Partial<Promised> = {}): Promised => ({
  target: 'resolution',
  policyId: 'policy',
  calendarId: 'work',
  seconds,
  leadSeconds: Math.round(seconds / 5),
  ladder: [],
  round: '0',
  paused: null,
  ...more,
})
const at = (text: string) => new Date(`${text}:00+08:00`)
const begin = (seconds: number, now: Date, more: Partial<Promised> = {}) =>
  started('ticket', promised(seconds, more), now, hours).clock

describe('one clock', () => {
  test('two hours from Friday 17:50 end on the make-up Sunday', () => {
    // Sunday the 20th of September 2026 was worked for Mid-Autumn.
    const clock = begin(2 * 3600, at('2026-09-18T17:50'))
    expect(clock.due_at).toEqual(at('2026-09-20T10:50'))
    expect(clock.warns_at).toEqual(at('2026-09-20T10:26'))
  })

  test('paused and resumed it has as much left as before, by whatever calendar', () => {
    const clock = begin(4 * 3600, at('2026-11-23T09:00'))
    const still = paused(clock, 'ticket.paused', at('2026-11-23T11:00'), hours).clock
    expect(still.used_seconds).toBe(2 * 3600)
    const going = resumed(still, 'ticket.resumed', at('2026-11-24T16:30'), hours).clock
    expect(going.due_at).toEqual(at('2026-11-25T09:30'))
  })

  test('promised less, it is due earlier by what has run; promised less than has run, now', () => {
    const clock = begin(8 * 3600, at('2026-11-23T09:00'))
    const now = at('2026-11-23T12:00')
    expect(retargeted(clock, promised(4 * 3600), now, hours).clock.due_at).toEqual(at('2026-11-23T14:00'))
    expect(retargeted(clock, promised(2 * 3600), now, hours).clock.due_at).toEqual(now)
    const round = retargeted(clock, promised(4 * 3600, { calendarId: null }), now, hours).clock
    expect(round.due_at).toEqual(at('2026-11-23T13:00'))
  })

  test('an extension is worth its working time, and a card that has fallen falls again', () => {
    const clock = { ...begin(5 * 3600, at('2026-11-23T09:00')), warned_at: at('2026-11-23T14:00') }
    const now = at('2026-11-23T14:30')
    const longer = extended(clock, 4 * 3600, now, hours).clock
    expect([longer.due_at, longer.warned_at]).toEqual([at('2026-11-24T10:00'), null])
    expect(isOther(longer, promised(5 * 3600), hours)).toBe(false)
  })

  test('rungs are due around the due time; of another ladder those that lie behind are not climbed', () => {
    const ladder = [-3600, 0, 3600].map(seconds => ({ seconds, verb: 'ticket.alert', input: { to: ['holder'] } }))
    const clock = begin(4 * 3600, at('2026-11-23T09:00'), { ladder })
    expect(clock.rung_at).toEqual(at('2026-11-23T12:00'))
    const more = [{ seconds: -2 * 3600, verb: 'ticket.urge', input: {} }, ...ladder]
    const other = retargeted(clock, promised(4 * 3600, { ladder: more }), at('2026-11-23T11:30'), hours).clock
    expect([other.rung, other.rung_at]).toEqual([1, at('2026-11-23T12:00')])
    expect(isOther(other, promised(4 * 3600, { ladder: more }), hours)).toBe(false)
  })
})

const instant = fc
  .integer({ min: 0, max: 21 * 24 * 60 })
  .map(minutes => new Date(at('2026-09-14T00:00').getTime() + minutes * 60_000))
const moments = fc
  .array(instant, { minLength: 4, maxLength: 4 })
  .map(all => all.toSorted((a, b) => a.getTime() - b.getTime()))
const length = fc.integer({ min: 1, max: 40 * 60 }).map(minutes => minutes * 60)
const calendar = fc.constantFrom('work', null)
const hoursFor = (id: string | null): Hours => hours(id).now

describe('laws of one clock', () => {
  const law = (name: string, check: (m: [Date, Date, Date, Date], seconds: number, id: string | null) => void) =>
    test(name, { timeout: 60_000 }, () => {
      fc.assert(
        fc.property(moments, length, calendar, (all, seconds, id) =>
          check(all as [Date, Date, Date, Date], seconds, id),
        ),
      )
    })

  law('a pause shifts the due time by exactly the working time paused', ([start, from, to], seconds, calendarId) => {
    const clock = begin(seconds, start, { calendarId })
    if (clock.due_at <= from) return
    const still = paused(clock, 'ticket.paused', from, hours).clock
    const due = resumed(still, 'ticket.resumed', to, hours).clock.due_at
    const rested = workedBetween(hoursFor(calendarId), from.getTime(), to.getTime())
    const shifted = workedBetween(hoursFor(calendarId), clock.due_at.getTime(), due.getTime())
    expect(shifted).toBe(rested)
  })

  law(
    'whatever is promised on the way, what has run in the end is what was worked',
    ([start, one, two, end], seconds, calendarId) => {
      const clock = begin(seconds, start, { calendarId })
      const shorter = retargeted(
        clock,
        promised(Math.max(60, Math.round(seconds / 2)), { calendarId }),
        one,
        hours,
      ).clock
      const again = retargeted(shorter, promised(seconds * 2, { calendarId }), two, hours).clock
      const worked = workedBetween(hoursFor(calendarId), start.getTime(), end.getTime()) / 1000
      expect(used(again, end, hours)).toBe(worked)
      expect(again.due_at.getTime()).toBe(
        Math.max(two.getTime(), laterBy(hoursFor(calendarId), start.getTime(), seconds * 2000) ?? 0),
      )
    },
  )

  law('the yellow card falls before the red one, and not before half of the time', ([start], seconds, calendarId) => {
    const { warns_at, due_at } = begin(seconds, start, { calendarId })
    expect(warns_at && warns_at <= due_at).toBe(true)
    const ran = workedBetween(hoursFor(calendarId), start.getTime(), warns_at?.getTime() ?? 0) / 1000
    expect(ran).toBeGreaterThanOrEqual(Math.floor(seconds / 2))
  })
})
