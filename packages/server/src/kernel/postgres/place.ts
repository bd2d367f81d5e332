import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Home } from './home.ts'
import type { Log } from './log.ts'

/** Everything that is settled before a server runs: where, by whom, with what. */
export interface Place {
  readonly home: Home
  readonly account: Account | undefined
  readonly binaries: Binaries
  readonly password: string
  readonly log: Log
  /** Settings on top of ours; tests switch fsync off. */
  readonly extra: Readonly<Record<string, string>>
}
