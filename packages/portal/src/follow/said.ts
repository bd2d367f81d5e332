import { Refused } from '../api.ts'
import { fill } from '../words.ts'
import type { FollowWords } from './words.ts'

/** What a refusal says to the customer; anything that is no refusal is thrown on. */
export function said(refused: unknown, words: FollowWords): string {
  if (!(refused instanceof Refused)) throw refused
  const { status, code, retryAfter, fields, message } = refused
  if (status === 0) return words.offline
  if (status === 429) return fill(words.tooOften, { seconds: retryAfter })
  if (fields.length > 0) return fields.map(({ detail }) => detail).join(' ')
  return code && status < 500 ? message : words.failed
}

/** Whether nothing but another link or a code helps. */
export const isShut = (refused: unknown): boolean =>
  refused instanceof Refused && (refused.status === 401 || refused.code === 'portal.closed')
