import { dayAt, instantOf, offsetAt } from '../conditions/zone.ts'

/**
 * Working time, pure: which stretches of time count, how much of them lies between two instants, and when so much of
 * them will have passed. All instants are epoch milliseconds.
 */

/**
 * Minutes after the midnight of the day to which it belongs: `[540, 1080]` is 09:00 to 18:00. It may end after the next
 * midnight, up to 2880: a night shift belongs wholly to the day on which it begins.
 */
export type Span = readonly [from: number, to: number]

export interface Hours {
  /** An IANA name. */
  zone: string
  /** From Monday to Sunday; null: round the clock, whatever the day. */
  week: readonly (readonly Span[])[] | null
  /** Days that are not like their weekday, by date: holidays without spans, make-up days with those of a working day. */
  days: ReadonlyMap<string, readonly Span[]>
}

export type Stretch = readonly [from: number, to: number]

const minute = 60_000
const day = 86_400_000
/** A calendar that is shut for so many days on end is shut for good. */
const mostShut = 3 * 366

/**
 * Open stretches that end after `from`, in order and without overlaps; one may begin where another ends. Endless. Of a
 * time that the clocks show twice the first counts; what they skip is no working time.
 */
export function* openFrom(hours: Hours, from: number): Generator<Stretch, void> {
  if (hours.week === null) {
    yield [from, Number.POSITIVE_INFINITY]
    return
  }
  let last = Number.NEGATIVE_INFINITY
  // The night shift of the day before may still go on.
  let midnight = Date.parse(`${dayAt(from, hours.zone)}T00:00:00Z`) - day
  for (let shut = 0; shut < mostShut; shut++, midnight += day) {
    for (const [begin, end] of spansOn(hours, midnight)) {
      // Where a night shift reaches into the next day's hours, they are open once.
      const start = Math.max(last, shownFrom(midnight + begin * minute, hours.zone))
      const stop = shownFrom(midnight + end * minute, hours.zone)
      if (stop <= start || stop <= from) continue
      shut = 0
      last = stop
      yield [start, stop]
    }
  }
}

/** The first instant at which clocks show this local time, or a later one where they skip it. */
function shownFrom(local: number, zone: string): number {
  const at = instantOf(local, zone)
  const skipped = at + offsetAt(at, zone) - local
  if (skipped === 0) return at
  // It was moved on by what is skipped, so the clocks have changed in the stretch before it.
  let [before, after] = [at - skipped, at]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (offsetAt(middle, zone) === offsetAt(at, zone)) after = middle
    else before = middle
  }
  return after
}

/** How much working time lies between two instants, in milliseconds; nothing when they stand the wrong way round. */
export function workedBetween(hours: Hours, from: number, to: number): number {
  if (to <= from) return 0
  if (hours.week === null) return to - from
  let sum = 0
  for (const [begin, end] of openFrom(hours, from)) {
    if (begin >= to) break
    sum += Math.min(end, to) - Math.max(begin, from)
  }
  return sum
}

/**
 * The first instant at which so much working time has passed since `from`: the end of a working day, not the beginning
 * of the next. Undefined when it never will have.
 */
export function laterBy(hours: Hours, from: number, worked: number): number | undefined {
  if (worked <= 0) return from
  if (hours.week === null) return from + worked
  let left = worked
  for (const [begin, end] of openFrom(hours, from)) {
    const start = Math.max(begin, from)
    if (end - start >= left) return start + left
    left -= end - start
  }
  return undefined
}

export const isOpenAt = (hours: Hours, at: number): boolean => workedBetween(hours, at, at + 1) > 0

/** All of the time between two instants, cut where it opens and shuts: what a picture of a clock is drawn of. */
export function openAndShut(hours: Hours, from: number, to: number): Part[] {
  const cut: Part[] = []
  let at = from
  const until = (end: number, open: boolean) => {
    const last = cut.at(-1)
    if (last?.open === open) last.to = end
    else if (end > at) cut.push({ from: at, to: end, open })
    at = end
  }
  if (to <= from) return cut
  for (const [begin, end] of openFrom(hours, from)) {
    if (begin >= to) break
    if (begin > at) until(begin, false)
    until(Math.min(end, to), true)
    if (end >= to) break
  }
  if (at < to) until(to, false)
  return cut
}

interface Part {
  from: number
  to: number
  open: boolean
}

/** In order, as the day has them. `midnight` is local, as if it were UTC. */
function spansOn({ week, days }: Hours, midnight: number): readonly Span[] {
  const date = new Date(midnight)
  const own = days.get(date.toISOString().slice(0, 10))
  // Sunday is 0 to JavaScript and the seventh day here.
  return own ?? week?.[(date.getUTCDay() + 6) % 7] ?? []
}
