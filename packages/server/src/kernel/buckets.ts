/** The most keys that are remembered; those that are full again are forgotten first. */
const mostRemembered = 10_000

/** So many at once, and one more every so many seconds; for each key. Held in memory. */
export class Buckets {
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

/** A network of one's own counts as one address: an IPv6 customer has 2^64 of them. */
export function networkOf(ip: string): string {
  if (!ip.includes(':') || ip.includes('.')) return ip
  const [head = '', tail] = ip.split('::')
  const parts = head.split(':').filter(part => part !== '')
  const missing = tail === undefined ? 0 : 8 - parts.length - tail.split(':').filter(part => part !== '').length
  return [...parts, ...Array<string>(Math.max(missing, 0)).fill('0'), ...(tail ?? '').split(':')].slice(0, 4).join(':')
}
