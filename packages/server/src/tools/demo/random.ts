/** Chance that is the same at every run with the same seed. */
export interface Chance {
  /** From 0 up to 1. */
  next(): number
  /** An integer from `from` to `to`, both included. */
  whole(from: number, to: number): number
  /** True `percent` times in a hundred. */
  happens(percent: number): boolean
  one<T>(of: readonly T[]): T
  /** One of them, as often as its weight says. */
  weighted<T>(of: readonly T[], weightOf: (item: T) => number): T
  /** A waiting time with this median: mostly short, sometimes long. */
  wait(median: number): number
}

/** mulberry32: small, fast, and good enough for tales. */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const one = <T>(of: readonly T[]): T => {
    const found = of[whole(0, of.length - 1)]
    if (found === undefined) throw new Error('nothing to choose from')
    return found
  }
  return {
    next,
    whole,
    one,
    happens: percent => next() * 100 < percent,
    weighted(of, weightOf) {
      let left = next() * of.reduce((sum, item) => sum + weightOf(item), 0)
      for (const item of of) {
        left -= weightOf(item)
        if (left < 0) return item
      }
      return one(of)
    },
    wait: median => (median * -Math.log(1 - next())) / Math.LN2,
  }
}
