import { Problem } from '../../kernel/problems.ts'

/** Guesses cost; a right one is given back. So many at once, and one more every so many seconds. */
const limits = {
  'session.open': {
    /** An office behind one address mistypes too. */
    each: { most: 30, seconds: 10 },
    /** What the processor can hash beside its work. */
    all: { most: 300, seconds: 0.1 },
  },
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

/** A network of one's own counts as one address: an IPv6 customer has 2^64 of them. */
export function networkOf(ip: string): string {
  if (!ip.includes(':') || ip.includes('.')) return ip
  const [head = '', tail] = ip.split('::')
  const parts = head.split(':').filter(part => part !== '')
  const missing = tail === undefined ? 0 : 8 - parts.length - tail.split(':').filter(part => part !== '').length
  return [...parts, ...Array<string>(Math.max(missing, 0)).fill('0'), ...(tail ?? '').split(':')].slice(0, 4).join(':')
}

/** The most addresses that are remembered; the ones that are full again are forgotten first. */
const mostRemembered = 10_000

class Buckets {
  readonly #most: number
  readonly #seconds: number
  readonly #left = new Map<string, { left: number; at: number }>()

  constructor({ most, seconds }: { most: number; seconds: number }) {
    this.#most = most
    this.#seconds = seconds
  }

  /** Seconds until there is one to take; 0 when there is. */
  wait(key: string, now: number): number {
    const left = this.#leftOf(key, now)
    return left >= 1 ? 0 : (1 - left) * this.#seconds
  }

  take(key: string, now: number): void {
    const left = this.#leftOf(key, now) - 1
    this.#left.delete(key)
    this.#left.set(key, { left, at: now })
    if (this.#left.size > mostRemembered) this.#forget(now)
  }

  giveBack(key: string): void {
    const bucket = this.#left.get(key)
    if (bucket) bucket.left = Math.min(this.#most, bucket.left + 1)
  }

  #leftOf(key: string, now: number): number {
    const bucket = this.#left.get(key)
    if (!bucket) return this.#most
    return Math.min(this.#most, bucket.left + Math.max(0, now - bucket.at) / 1000 / this.#seconds)
  }

  #forget(now: number): void {
    for (const key of this.#left.keys()) {
      if (this.#leftOf(key, now) >= this.#most) this.#left.delete(key)
    }
    for (const key of this.#left.keys()) {
      if (this.#left.size <= mostRemembered / 2) return
      this.#left.delete(key)
    }
  }
}
