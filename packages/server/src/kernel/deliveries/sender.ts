import type { Desk } from '../desk.ts'
import type { DeliveryRow } from './delivery.ts'
import type { Turn } from './pace.ts'

/** How a channel sends. It is opened once for a desk and closed when the desk stops. */
export interface Sender {
  channel: string
  /** Most deliveries that leave at the same time, and most in a minute, for each process. */
  atOnce: number
  perMinute: number
  /** Seconds between the tries; without it `usualPauses`. */
  pauses?: readonly number[]
  open(desk: Desk): OpenSender
}

export interface OpenSender {
  /** Why nothing can leave now, as a code (`delivery.noRelay`). Deliveries then wait as they are, and no try is spent. */
  closedBecause?: string
  /** In whose turn it leaves, when that has limits of its own. Over them it waits, and no try is spent. */
  turn?(delivery: DeliveryRow): Promise<Turn | undefined>
  /** Sends it, or throws a SendError. Any other error counts as `passing`. */
  send(delivery: DeliveryRow): Promise<{ providerId: string | null }>
  close(): Promise<void>
}

/**
 * `permanent`: it will never be taken, so nobody tries again; `passing`: it was surely not taken, so it is tried again;
 * `uncertain`: it may have been taken, so it is never sent again by itself.
 */
export type Failure = 'permanent' | 'passing' | 'uncertain'

export class SendError extends Error {
  override name = 'SendError'
  readonly failure: Failure
  /** Seconds for which nothing of its turn should be sent: the other side has had enough. */
  readonly rest: number

  constructor(failure: Failure, message: string, options: ErrorOptions & { rest?: number } = {}) {
    super(message, options)
    this.failure = failure
    this.rest = options.rest ?? 0
  }
}
