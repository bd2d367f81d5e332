import { Buckets, networkOf } from '../../kernel/buckets.ts'
import { Problem } from '../../kernel/problems.ts'

/** Guesses cost; a right one is given back. So many at once, and one more every so many seconds. */
const limits = {
  'session.open': {
    /** An office behind one address mistypes too. */
    each: { most: 30, seconds: 10 },
    /** What the processor can hash beside its work. */
    all: { most: 300, seconds: 0.1 },
  },
  /** Links cannot be guessed; who tries many is a nuisance. */
  'survey.answer': { each: { most: 30, seconds: 5 }, all: { most: 600, seconds: 0.2 } },
  'session.firstRun': { each: { most: 10, seconds: 60 }, all: { most: 30, seconds: 10 } },
} as const

/** Counts attempts to sign in, by address and altogether; throws a 429 that says when to come again. Held in memory. */
export function attempts(clock: () => Date) {
  const buckets = new Map(
    Object.entries(limits).map(([name, { each, all }]) => [name, { each: new Buckets(each), all: new Buckets(all) }]),
  )
  return {
    /** Answers how to give it back; undefined for what is not counted. */
    spend(verb: string, ip: string): (() => void) | undefined {
      const counted = buckets.get(verb)
      if (!counted) return undefined
      const now = clock().getTime()
      const from = networkOf(ip)
      const retryAfter = Math.ceil(Math.max(counted.each.wait(from, now), counted.all.wait('', now)))
      if (retryAfter > 0) throw new Problem(429, 'login.tooMany', { retryAfter })
      counted.each.take(from, now)
      counted.all.take('', now)
      return () => counted.each.giveBack(from)
    },
  }
}
