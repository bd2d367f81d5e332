import type { SmsProviderName, SmsTemplate } from '@baton/contract'
import type { OutgoingAnswer, OutgoingRequest } from '../../kernel/outgoing/index.ts'

/** One text message as its provider has to be told. */
export interface Text {
  /** The delivery: receipts come back with it. */
  id: string
  /** In E.164. */
  phone: string
  /** The whole words, for whoever takes words. */
  text: string
  /** The provider's own id of the template, and the values in the order of the contract's `smsTemplates`; else none. */
  template: string
  params: readonly { name: string; value: string }[]
  settings(key: string): string
  secrets: Readonly<Record<string, string>>
  now: Date
}

/** `taken` with the provider's id for it, or why not; `strange` when the answer says nothing that we know. */
export type Fate =
  | { as: 'taken'; providerId: string | null }
  | { as: 'never'; why: string }
  | { as: 'later'; why: string }
  | { as: 'strange' }

export interface Provider {
  request(text: Text): OutgoingRequest
  hear(answer: OutgoingAnswer): Fate
}

/** A receipt: what became of a message that the provider has taken. */
export interface Receipt {
  /** Our id for it, where the provider tells it back. */
  deliveryId: string | null
  providerId: string | null
  arrived: boolean
  /** Why it did not arrive, in the provider's words. */
  why: string
  at: Date | null
}

/** What somebody wrote. */
export interface Incoming {
  /** The provider's id for it, or a digest of it. */
  key: string
  phone: string
  text: string
  sentAt: Date | null
}

export interface Callbacks {
  /** Undefined when it cannot be read at all. */
  receipts(body: unknown): Receipt[] | undefined
  incoming(body: unknown): Incoming[] | undefined
  /** What the provider wants to hear, so that it does not push again. */
  thanks: unknown
}

export type ByProvider<T> = Readonly<Record<SmsProviderName, T>>
export type { SmsTemplate }
