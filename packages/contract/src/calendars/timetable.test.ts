import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Hours, workedBetween } from './hours.ts'
import { asKnownAt, laterIn, shutIn, type Timetable, workedIn } from './timetable.ts'
import { hoursOf, type WorkingWeek } from './week.ts'

const hour = 3_600_000
const at = (iso: string) => Date.parse(`${iso}:00+08:00`)
const from = (begin: string, end: string): WorkingWeek => {
  const spans = [{ from: begin, to: end }]
  return { timezone: 'Asia/Shanghai', week: [spans, spans, spans, spans, spans, [], []], holidays: false, days: [] }
}
const hours = (begin: string, end: string): Hours => hoursOf(from(begin, end), [])
/** Until Wednesday noon from nine to six, then until eight in the evening. */
const changed: Timetable = {
  past: [{ until: at('2026-11-25T12:00'), hours: hours('09:00', '18:00') }],
  now: hours('09:00', '20:00'),
}

describe('hours that were changed', () => {
  test.each([
    ['before the change', '2026-11-24T09:00', '2026-11-24T21:00', 9],
    ['after it', '2026-11-26T09:00', '2026-11-26T21:00', 11],
    ['on the day itself', '2026-11-25T09:00', '2026-11-25T21:00', 11],
    ['over it', '2026-11-24T17:00', '2026-11-26T10:00', 1 + 11 + 1],
    ['nothing', '2026-11-26T09:00', '2026-11-26T09:00', 0],
    ['the wrong way round', '2026-11-26T09:00', '2026-11-24T09:00', 0],
  ])('%s', (_words, begin, end, worked) => {
    expect(workedIn(changed, at(begin), at(end)) / hour).toBe(worked)
  })

  test.each([
    ['due before the change', '2026-11-24T09:00', 8, '2026-11-24T17:00'],
    ['due at the end of an old day', '2026-11-24T09:00', 9, '2026-11-24T18:00'],
    ['over the change', '2026-11-24T17:00', 12, '2026-11-25T20:00'],
    ['after it', '2026-11-26T09:00', 12, '2026-11-27T10:00'],
  ])('%s', (_words, begin, worked, due) => {
    expect(laterIn(changed, at(begin), worked * hour)).toBe(at(due))
  })

  test('nobody foresaw the change', () => {
    const then = asKnownAt(changed, at('2026-11-24T12:00'))
    expect(workedIn(then, at('2026-11-26T09:00'), at('2026-11-26T21:00')) / hour).toBe(9)
    expect(asKnownAt(changed, at('2026-11-25T12:00'))).toEqual(changed)
  })

  test('a calendar that never opens again is never done', () => {
    const shut = hoursOf({ ...from('09:00', '18:00'), week: [[], [], [], [], [], [], []] }, [])
    const closing: Timetable = { past: [{ until: at('2026-11-25T12:00'), hours: hours('09:00', '18:00') }], now: shut }
    expect(laterIn(closing, at('2026-11-25T09:00'), 3 * hour)).toBe(at('2026-11-25T12:00'))
    expect(laterIn(closing, at('2026-11-25T09:00'), 4 * hour)).toBeUndefined()
  })
})

const clock = fc.nat({ max: 22 })
const some = fc.tuple(clock, clock).map(([a, b]) => {
  const [begin, end] = [Math.min(a, b), Math.max(a, b) + 1]
  const written = (n: number) => `${String(n).padStart(2, '0')}:00`
  return hours(written(begin), written(end))
})
const instant = fc.integer({ min: 0, max: 60 * 24 * 4 }).map(quarters => at('2026-11-01T00:00') + quarters * (hour / 4))
const timetable = fc
  .tuple(some, fc.array(fc.record({ until: instant, hours: some }), { maxLength: 3 }))
  .map(([now, past]): Timetable => ({ past: past.toSorted((a, b) => a.until - b.until), now }))
const scene = fc.tuple(
  timetable,
  fc.array(instant, { minLength: 3, maxLength: 3 }).map(all => all.toSorted((a, b) => a - b)),
)

type Law = (one: Timetable, instants: readonly [number, number, number]) => void
const laws: Record<string, Law> = {
  'what is worked in two parts is what is worked in all': (one, [a, b, c]) =>
    expect(workedIn(one, a, b) + workedIn(one, b, c)).toBe(workedIn(one, a, c)),
  'after so much work so much was worked': (one, [a, b]) => {
    const due = laterIn(one, a, b - a)
    if (due !== undefined) expect(workedIn(one, a, due)).toBe(b - a)
  },
  'more work ends no earlier, a later start neither': (one, [a, b, c]) => {
    const due = (start: number, worked: number) => laterIn(one, start, worked) ?? Number.POSITIVE_INFINITY
    expect(due(a, c - a)).toBeGreaterThanOrEqual(due(a, b - a))
    expect(due(b, c - b)).toBeGreaterThanOrEqual(due(a, c - b))
  },
  'what is shut and what is worked are all of the time': (one, [a, , c]) => {
    const shut = shutIn(one, a, c).reduce((sum, part) => sum + part.to - part.from, 0)
    expect(workedIn(one, a, c) + shut).toBe(c - a)
  },
  'unchanged, it is the plain calendar': ({ now }, [a, , c]) =>
    expect(workedIn({ past: [], now }, a, c)).toBe(workedBetween(now, a, c)),
  'what was known then reckons the past as it is reckoned now': (one, [a, b]) =>
    expect(workedIn(asKnownAt(one, b), a, b)).toBe(workedIn(one, a, b)),
}

describe('laws', () => {
  for (const [name, law] of Object.entries(laws))
    test(name, { timeout: 60_000 }, () => {
      fc.assert(
        fc.property(
          scene,
          ([one, instants]) => void law(one, instants as unknown as readonly [number, number, number]),
        ),
      )
    })
})
