/** A seeded source of chance (mulberry32), so that a failure can be had again. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number
  /** 0 ≤ n < below. */
  below(below: number): number
  chance(share: number): boolean
  pick<T>(from: readonly T[]): T
  /** `least` to `most` of them, with repetition. */
  some<T>(from: readonly T[], least: number, most: number): T[]
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(from: readonly T[]) => from[below(from.length)] as T
  return {
    next,
    below,
    pick,
    chance: share => next() < share,
    some: (from, least, most) => Array.from({ length: least + below(most - least + 1) }, () => pick(from)),
  }
}
