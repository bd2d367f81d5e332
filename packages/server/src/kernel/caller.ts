import type { VerbName } from '@baton/contract'
import type { Grants } from './grants.ts'

export interface Actor {
  /** `person`: one of the desk's people; `key`: an API key; `outside`: somebody who writes to the desk; `system`: Baton itself. */
  kind: 'person' | 'key' | 'outside' | 'system'
  id: string | null
  /** As shown in the history: a person's name, a rule's name, `mail`. */
  name: string
}

export type Locale = 'zh-CN' | 'en'

/** Who calls, and what they may: resolved once per request. */
export interface Caller {
  actor: Actor
  locale: Locale
  /** IANA zone in which days and months are counted. */
  zone: string
  grants: Grants
  /** What `$me` means in conditions: `id`, `departments` … */
  me: Record<string, string | string[] | null>
  sessionId: string | null
  /** The configuration's version when it was asked who calls: what is done at once needs not ask again. */
  seen?: number
  /** Such a session may only change the password or end. */
  mustChangePassword: boolean
  ip: string
  /** What the caller says that it is, as HTTP has it. */
  userAgent?: string
  /** What acts in their name, where it is not they themselves: the rows of a file. */
  through?: 'import'
  /** Counts an attempt at a secret, and throws a 429 after too many. Only callers from outside guess. */
  guess?(verb: VerbName): void
}
