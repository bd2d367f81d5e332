import { offsetAt } from '@baton/contract'

/** So long no zone moves its clocks twice. Milliseconds. */
const quarter = 900_000

/** Tells instants as the clocks of a zone show them, to the second. What a quarter of an hour has in common is reckoned once. */
export function wallClock(zone: string): (at: number) => string {
  const offsets = new Map<number, number>()
  return at => {
    const stretch = Math.floor(at / quarter)
    let offset = offsets.get(stretch)
    if (offset === undefined) {
      offset = offsetAt(at, zone)
      // A year of them; more are not worth their memory.
      if (offsets.size > 40_000) offsets.clear()
      offsets.set(stretch, offset)
    }
    return new Date(at + offset).toISOString().slice(0, 19)
  }
}
