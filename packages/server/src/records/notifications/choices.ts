import {
  type NotificationChoices,
  type NotificationKind,
  notificationKinds,
  notificationWays,
  usualChoices,
  type WayChoices,
} from '@baton/contract'
import { cached } from '../../kernel/configuration.ts'
import type { OwnChoices, PreferencesRow } from './tables.ts'

/** What holds for everybody who has not chosen. */
export interface Defaults {
  choices: OwnChoices
  version: number
}

export const notificationDefaults = cached('notificationDefaults', async (db): Promise<Defaults> => {
  const row = await db.selectFrom('notification_defaults').selectAll().executeTakeFirstOrThrow()
  return { choices: row.choices, version: row.version }
})

/** The person's own choice, else the desk's, else what is usual. */
export const waysOf = (kind: NotificationKind, desk: OwnChoices, own: OwnChoices): WayChoices => ({
  ...usualChoices[kind],
  ...desk[kind],
  ...own[kind],
})

export const effective = (desk: OwnChoices, own: OwnChoices): NotificationChoices =>
  Object.fromEntries(notificationKinds.map(kind => [kind, waysOf(kind, desk, own)])) as NotificationChoices

/** What is said now over what was said before, without what says the same as `under`: a later change there is heard. */
export function departures(under: NotificationChoices, before: OwnChoices, said: OwnChoices): OwnChoices {
  const kept: OwnChoices = {}
  for (const kind of notificationKinds) {
    const wanted = { ...before[kind], ...said[kind] }
    for (const way of notificationWays) {
      const on = wanted[way]
      if (on !== undefined && on !== under[kind][way]) kept[kind] = { ...kept[kind], [way]: on }
    }
  }
  return kept
}

/** Of whoever has never chosen anything. */
export const unchosen = (agentId: string): PreferencesRow => ({
  agent_id: agentId,
  choices: {},
  quiet_from: null,
  quiet_to: null,
  zone: null,
  digest: 'off',
  digest_at: '09:00',
  sound: false,
  updated_at: new Date(0),
})
