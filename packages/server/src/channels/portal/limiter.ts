import { Buckets, networkOf } from '../../kernel/buckets.ts'
import { Problem } from '../../kernel/problems.ts'

const limits = {
  /** A code goes to somebody's mailbox: whoever types the number of another one's ticket must not fill it. */
  codeFor: { most: 2, seconds: 60 },
  codeFrom: { most: 10, seconds: 30 },
  codeAll: { most: 300, seconds: 1 },
  enterFor: { most: 10, seconds: 30 },
  enterFrom: { most: 20, seconds: 10 },
  lookFrom: { most: 120, seconds: 0.5 },
  writeOn: { most: 12, seconds: 20 },
  writeFrom: { most: 40, seconds: 10 },
  uploadOn: { most: 20, seconds: 15 },
} as const

type Limit = keyof typeof limits

/** Spends one of each; throws a 429 that says when to come again. */
export type PortalLimiter = (...wanted: readonly [Limit, string][]) => void

/** Counts what comes through the portal: by network, by the number that is typed, known or not, and by ticket. */
export function portalLimiter(clock: () => Date): PortalLimiter {
  const buckets = Object.fromEntries(
    Object.entries(limits).map(([name, limit]) => [name, new Buckets(limit)]),
  ) as Record<Limit, Buckets>
  return (...wanted) => {
    const now = clock().getTime()
    const spent = wanted.map(([limit, key]): [Buckets, string] => [
      buckets[limit],
      limit.endsWith('From') ? networkOf(key) : key,
    ])
    const retryAfter = Math.ceil(Math.max(...spent.map(([bucket, key]) => bucket.wait(key, now))))
    if (retryAfter > 0) throw new Problem(429, 'rate', { retryAfter })
    for (const [bucket, key] of spent) bucket.take(key, now)
  }
}
