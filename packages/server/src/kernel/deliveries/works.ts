import type { Desk } from '../desk.ts'
import type { Jobs } from './jobs.ts'
import type { Outbox } from './outbox.ts'
import type { OpenSender, Sender } from './sender.ts'

/** The outbox from inside: what its workers use. */
export interface Works {
  desk: Desk
  senders: readonly Sender[]
  jobs: Jobs
  hint: Outbox['hint']
  /** The open sender of a channel, opened at the first question. */
  sender(channel: string): OpenSender | undefined
  /** Calls `hear` when something was put in for a channel. */
  onPut(hear: (channel: string) => void): void
}
