import { Buckets, networkOf } from '../../kernel/buckets.ts'
import { Problem } from '../../kernel/problems.ts'

const limits = {
  /** A whole company may sit behind one address. */
  submitFrom: { most: 60, seconds: 10 },
  /** Nobody has that many matters; somebody else's address in the form is a nuisance to them. */
  submitAs: { most: 12, seconds: 60 },
  submitAll: { most: 600, seconds: 0.2 },
  uploadFrom: { most: 40, seconds: 15 },
  uploadAll: { most: 400, seconds: 1 },
} as const

export interface FormLimiter {
  submission(ip: string, contacts: readonly string[]): void
  upload(ip: string): void
}

/** Counts what comes through the form, by address, by contact and altogether; throws a 429 that says when to come again. */
export function formLimiter(clock: () => Date): FormLimiter {
  const buckets = {
    submitFrom: new Buckets(limits.submitFrom),
    submitAs: new Buckets(limits.submitAs),
    submitAll: new Buckets(limits.submitAll),
    uploadFrom: new Buckets(limits.uploadFrom),
    uploadAll: new Buckets(limits.uploadAll),
  }
  const spend = (wanted: readonly [Buckets, string][]) => {
    const now = clock().getTime()
    const retryAfter = Math.ceil(Math.max(...wanted.map(([bucket, key]) => bucket.wait(key, now))))
    if (retryAfter > 0) throw new Problem(429, 'rate', { retryAfter })
    for (const [bucket, key] of wanted) bucket.take(key, now)
  }
  return {
    submission: (ip, contacts) =>
      spend([
        [buckets.submitFrom, networkOf(ip)],
        [buckets.submitAll, ''],
        ...contacts.map((contact): [Buckets, string] => [buckets.submitAs, contact]),
      ]),
    upload: ip =>
      spend([
        [buckets.uploadFrom, networkOf(ip)],
        [buckets.uploadAll, ''],
      ]),
  }
}
