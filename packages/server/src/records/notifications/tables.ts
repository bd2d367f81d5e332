import type { Digest, NotificationChoices, NotificationKind, NotificationWay } from '@baton/contract'

/** What one person is told; alike and unread ones are one row that counts. */
export interface NotificationRow {
  id: string
  agent_id: string
  kind: NotificationKind
  ticket_id: string | null
  seq: number | null
  params: Record<string, unknown>
  urgent: boolean
  bundle: string | null
  count: number
  listed: boolean
  popup: boolean
  told_at: Date
  created_at: Date
  read_at: Date | null
}

/** Only what differs from the desk's. */
export type OwnChoices = { [K in NotificationKind]?: Partial<NotificationChoices[K]> }

export interface PreferencesRow {
  agent_id: string
  choices: OwnChoices
  quiet_from: string | null
  quiet_to: string | null
  zone: string | null
  digest: Digest
  digest_at: string
  sound: boolean
  updated_at: Date
}

export interface SubscriptionRow {
  id: string
  agent_id: string
  endpoint: string
  p256dh: string
  auth: string
  name: string
  created_at: Date
}

/** The ways that leave the house. */
export type OutgoingWay = Exclude<NotificationWay, 'inApp' | 'popup'>

declare module '../../kernel/db.ts' {
  interface Tables {
    notifications: NotificationRow
    notification_outgoing: { notification_id: string; way: OutgoingWay; agent_id: string; due_at: Date }
    notification_preferences: PreferencesRow
    notification_defaults: { single: boolean; choices: OwnChoices; version: number }
    push_subscriptions: SubscriptionRow
  }
}
