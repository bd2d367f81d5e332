/** Answers that may be a few seconds old, kept in one process; the oldest go when there are too many. */
export interface Cache {
  remember<T>(key: string, seconds: number, make: () => Promise<T>): Promise<T>
}

const most = 5000

export function createCache(clock: () => Date): Cache {
  const kept = new Map<string, { until: number; value: Promise<unknown> }>()
  return {
    remember<T>(key: string, seconds: number, make: () => Promise<T>): Promise<T> {
      const now = clock().getTime()
      const before = kept.get(key)
      if (before && before.until > now) return before.value as Promise<T>
      const value = make()
      kept.delete(key)
      kept.set(key, { until: now + seconds * 1000, value })
      value.catch(() => kept.delete(key))
      const [oldest] = kept.keys()
      if (kept.size > most && oldest) kept.delete(oldest)
      return value
    },
  }
}
