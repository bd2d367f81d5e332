import { type Hours, laterBy, openAndShut, workedBetween } from './hours.ts'

/**
 * Working time of a calendar that has been changed: what was the case until when, oldest first, and what is now. Time that
 * has passed is reckoned as it was then. Pure; all instants are epoch milliseconds.
 */
export interface Timetable {
  past: readonly { until: number; hours: Hours }[]
  now: Hours
}

/** How much working time lay between two instants. */
export const workedIn = (timetable: Timetable, from: number, to: number): number =>
  pieces(timetable, from, to).reduce((sum, piece) => sum + workedBetween(piece.hours, piece.from, piece.to), 0)

/** The first instant at which so much working time has passed since `from`; undefined when it never will have. */
export function laterIn(timetable: Timetable, from: number, worked: number): number | undefined {
  let left = worked
  for (const piece of pieces(timetable, from, Number.POSITIVE_INFINITY)) {
    const at = laterBy(piece.hours, piece.from, left)
    if (at !== undefined && at <= piece.to) return at
    if (piece.to === Number.POSITIVE_INFINITY) return undefined
    left -= workedBetween(piece.hours, piece.from, piece.to)
  }
  return undefined
}

/** The stretches between two instants in which it was shut. */
export const shutIn = (timetable: Timetable, from: number, to: number): { from: number; to: number }[] =>
  pieces(timetable, from, to).flatMap(piece =>
    openAndShut(piece.hours, piece.from, piece.to)
      .filter(({ open }) => !open)
      .map(({ from: begin, to: end }) => ({ from: begin, to: end })),
  )

/** The same as it was known at a moment of the past: what was changed later was not foreseen then. */
export function asKnownAt({ past, now }: Timetable, at: number): Timetable {
  const later = past.findIndex(({ until }) => until > at)
  return later < 0 ? { past, now } : { past: past.slice(0, later), now: (past[later] as (typeof past)[number]).hours }
}

function pieces({ past, now }: Timetable, from: number, to: number): { from: number; to: number; hours: Hours }[] {
  const cut: { from: number; to: number; hours: Hours }[] = []
  let at = from
  for (const { until, hours } of past) {
    if (until <= at) continue
    if (until >= to) return to > at ? [...cut, { from: at, to, hours }] : cut
    cut.push({ from: at, to: until, hours })
    at = until
  }
  return to > at ? [...cut, { from: at, to, hours: now }] : cut
}
