import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Hours,
  isOpenAt,
  laterBy,
  openAndShut,
  openFrom,
  type Span,
  type Stretch,
  workedBetween,
} from './hours.ts'
import { hoursOf, type TimeSpan, type WorkingWeek } from './week.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Days on which clocks change, by an hour or half of one, deep in the night, at midnight or just before it. */
const zones: readonly (readonly [zone: string, ...changes: string[]])[] = [
  ['America/New_York', '2025-03-09', '2025-11-02', '2026-03-08', '2026-11-01', '2027-03-14', '2027-11-07'],
  ['Europe/Berlin', '2025-03-30', '2025-10-26', '2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'],
  ['Australia/Lord_Howe', '2025-04-06', '2025-10-05', '2026-04-05', '2026-10-04', '2027-04-04', '2027-10-03'],
  ['America/Santiago', '2025-04-06', '2025-09-07', '2026-04-05', '2026-09-06', '2027-04-04', '2027-09-05'],
  ['America/Nuuk', '2025-03-30', '2025-10-26', '2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'],
  ['Asia/Shanghai', '2026-01-01'],
  ['Asia/Kathmandu', '2025-12-31'],
  ['Pacific/Kiritimati', '2027-02-28'],
]

// Mostly quarters, and often those at which clocks change: there spans touch, and begin and end in the skipped hour.
const time = fc.oneof(
  fc.nat({ max: 1439 }),
  fc.nat({ max: 95 }).map(quarter => quarter * 15),
  fc.nat({ max: 16 }).map(quarter => quarter * 15),
)
const length = fc.oneof(
  fc.integer({ min: 5, max: 1440 }),
  fc.integer({ min: 1, max: 40 }).map(quarters => quarters * 15),
)
const written = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':')
const span = fc
  .tuple(time, length)
  .map(([from, long]): TimeSpan => ({ from: written(from), to: written((from + long) % 1440) }))
const spans = fc.array(span, { maxLength: 3 })
const always = [{ from: '00:00', to: '24:00' }]
const week = fc.oneof(
  { weight: 8, arbitrary: fc.array(spans, { minLength: 7, maxLength: 7 }) },
  { weight: 3, arbitrary: spans.map(one => Array<TimeSpan[]>(7).fill(one)) },
  { weight: 1, arbitrary: fc.constant(Array<TimeSpan[]>(7).fill(always)) },
  { weight: 1, arbitrary: fc.constant(null) },
)

interface Scene {
  kept: WorkingWeek
  /** In order. */
  instants: readonly [number, number, number]
}

/** A calendar and instants about a day of three years, often one on which the clocks change. */
const scene: fc.Arbitrary<Scene> = fc
  .constantFrom(...zones)
  .chain(([timezone, ...changes]) => {
    const change = fc.constantFrom(...changes).map(date => Date.parse(date))
    const any = fc.nat({ max: 1094 }).map(days => Date.parse('2025-01-01') + days * day)
    return fc.tuple(fc.constant(timezone), fc.oneof({ weight: 2, arbitrary: change }, { weight: 1, arbitrary: any }))
  })
  .chain(([timezone, about]) => {
    const date = fc.integer({ min: -4, max: 4 }).map(days => new Date(about + days * day).toISOString().slice(0, 10))
    const own = fc.record({ date, name: fc.constant('own'), spans })
    const days = fc.uniqueArray(own, { maxLength: 4, selector: one => one.date })
    const near = fc.integer({ min: -48 * 60, max: 48 * 60 }).map(minutes => about + minutes * minute)
    const far = fc.integer({ min: -40 * day, max: 40 * day }).map(by => about + by)
    const instant = fc.oneof({ weight: 3, arbitrary: near }, { weight: 1, arbitrary: far })
    return fc.record({
      kept: fc.record({ timezone: fc.constant(timezone), week, holidays: fc.constant(false), days }),
      instants: fc
        .tuple(instant, instant, instant)
        .map((three): [number, number, number] => [Math.min(...three), middle(three), Math.max(...three)]),
    })
  })
const middle = (three: readonly number[]) => three.toSorted((a, b) => a - b)[1] ?? Number.NaN
const work = fc.oneof(
  fc.nat({ max: 40 * hour }),
  fc.nat({ max: 160 }).map(quarters => quarters * 15 * minute),
)

/** Gives up in the end: a calendar that never shuts shall not be looked at for ever. */
class Days extends Map<string, readonly Span[]> {
  #looks = 0
  override get(date: string) {
    if (++this.#looks > 30_000) throw new Error('looked at 30000 days')
    return super.get(date)
  }
}
function ready(kept: WorkingWeek): Hours {
  const hours = hoursOf(kept, [])
  return { ...hours, days: new Days(hours.days) }
}

/** No due time is later than any. */
const dueBy = (hours: Hours, from: number, worked: number) => laterBy(hours, from, worked) ?? Number.POSITIVE_INFINITY

function law(name: string, holds: (hours: Hours, scene: Scene, v: number, w: number) => void): void {
  test(name, { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(scene, work, work, (one, v, w) => holds(ready(one.kept), one, v, w)),
      { numRuns: 300 },
    )
  })
}

law('what is worked between a and b and between b and c is what is worked between a and c', (hours, { instants }) => {
  const [a, b, c] = instants
  expect(workedBetween(hours, a, b) + workedBetween(hours, b, c)).toBe(workedBetween(hours, a, c))
})

law('never more is worked than time passes, and nothing backwards', (hours, { instants }) => {
  const [a, , c] = instants
  expect(workedBetween(hours, a, c)).toBeGreaterThanOrEqual(0)
  expect(workedBetween(hours, a, c)).toBeLessThanOrEqual(c - a)
  expect(workedBetween(hours, c, a)).toBe(0)
})

law('by the due time exactly so much is worked, and not a millisecond before', (hours, { instants }, w) => {
  const [a] = instants
  const due = laterBy(hours, a, w)
  if (due === undefined) {
    expect(workedBetween(hours, a, a + 1000 * day)).toBeLessThan(w)
    return
  }
  expect(due).toBeGreaterThanOrEqual(a)
  expect(workedBetween(hours, a, due)).toBe(w)
  if (w > 0) expect(workedBetween(hours, a, due - 1)).toBe(w - 1)
})

law('first v and then w is v and w at once', (hours, { instants }, v, w) => {
  const [a] = instants
  const due = laterBy(hours, a, v)
  expect(due === undefined ? undefined : laterBy(hours, due, w)).toBe(laterBy(hours, a, v + w))
})

law('who starts later is not due earlier', (hours, { instants }, w) => {
  const [a, b, c] = instants
  expect(dueBy(hours, a, w)).toBeLessThanOrEqual(dueBy(hours, b, w))
  expect(dueBy(hours, b, w)).toBeLessThanOrEqual(dueBy(hours, c, w))
})

law('more work is due later', (hours, { instants }, v, w) => {
  const [a] = instants
  const [less, more] = [dueBy(hours, a, v), dueBy(hours, a, v + w)]
  if (w > 0 && Number.isFinite(less)) expect(more).toBeGreaterThan(less)
  else expect(more).toBe(less)
})

law('who starts while it is shut is due like who starts when it opens', (hours, { instants }, w) => {
  const [a] = instants
  for (const [opens] of openFrom(hours, a)) {
    if (opens > a && w > 0) expect(laterBy(hours, a, w)).toBe(laterBy(hours, opens, w))
    break
  }
})

law('open and shut by turns without a gap, as long in all as is worked', (hours, { instants }) => {
  const [a, , c] = instants
  const pieces = openAndShut(hours, a, c)
  expect(pieces.map(({ from }) => from)).toEqual(a < c ? [a, ...pieces.slice(0, -1).map(({ to }) => to)] : [])
  expect(pieces.at(-1)?.to).toBe(a < c ? c : undefined)
  let sum = 0
  for (const [n, { from, to, open }] of pieces.entries()) {
    expect(to).toBeGreaterThan(from)
    expect(pieces[n + 1]?.open).not.toBe(open)
    expect([isOpenAt(hours, from), isOpenAt(hours, to - 1)]).toEqual([open, open])
    if (open) sum += to - from
  }
  expect(sum).toBe(workedBetween(hours, a, c))
})

law('open stretches are in order and do not overlap, and the first one is not over', (hours, { instants }) => {
  const [a] = instants
  const stretches: Stretch[] = []
  for (const stretch of openFrom(hours, a)) if (stretches.push(stretch) === 30) break
  for (const [n, [opens, shuts]] of stretches.entries()) {
    expect(shuts).toBeGreaterThan(opens)
    if (n === 0) expect(shuts).toBeGreaterThan(a)
    else expect(opens).toBeGreaterThanOrEqual(stretches[n - 1]?.[1] ?? Number.NaN)
  }
})

law('who counts the minutes one by one comes to the same', (hours, { kept, instants }) => {
  const from = Math.floor(instants[0] / minute) * minute
  const to = Math.min(Math.floor(instants[1] / minute) * minute, from + 4 * day)
  expect(workedBetween(hours, from, to)).toBe(counted(kept, from, to))
})

/**
 * Knows only what the clocks show, the week and the days: writes down when each minute is shown first, and marks what lies
 * between the beginnings and the ends of spans.
 */
function counted({ timezone, week: kept, days }: WorkingWeek, from: number, to: number): number {
  if (!kept) return to - from
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'short' })
  const read = (instant: number) => Date.parse(`${clock.format(instant).replace(' ', 'T')}Z`)
  const firstShown = new Map<number, number>()
  for (let at = from - 3 * day; at < to + 2 * day; at += minute) {
    const local = read(at)
    if (!firstShown.has(local)) firstShown.set(local, at)
  }
  // What is never shown is no working time: it begins and ends with the next minute that is.
  const instantAt = (local: number): number => firstShown.get(local) ?? instantAt(local + minute)
  const marked = new Set<number>()
  for (let midnight = Math.floor(read(from) / day) * day - day; midnight <= read(to); midnight += day) {
    const date = new Date(midnight)
    const own = days.find(one => one.date === date.toISOString().slice(0, 10))
    for (const one of own?.spans ?? kept[(date.getUTCDay() + 6) % 7] ?? []) {
      const [begin = 0, end = 0] = [one.from, one.to].map(text => midnight + minutesOf(text) * minute)
      const last = end > begin ? end : end + day
      const [opens, shuts] = [instantAt(begin), instantAt(last)]
      for (let at = Math.max(opens, from); at < Math.min(shuts, to); at += minute) marked.add(at)
    }
  }
  return marked.size * minute
}

function minutesOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours * 60 + minutes
}
