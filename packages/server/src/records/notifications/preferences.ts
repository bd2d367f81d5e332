import type { Db } from '../../kernel/db.ts'
import type { Present, Reading } from '../../kernel/kinds.ts'
import { forbidden } from '../../kernel/problems.ts'
import { read } from '../../kernel/read.ts'
import { mailboxes } from '../mailboxes/index.ts'
import { effective, notificationDefaults, unchosen } from './choices.ts'
import { pushKeys } from './push-keys.ts'
import type { PreferencesRow } from './tables.ts'
import { personOf } from './visible.ts'

export const getPreferences = read('notification.preferences', async reading => {
  const me = personOf(reading)
  if (!me) throw forbidden('notification.preferences')
  return own(reading, me)
})

/** Everybody has their own, whatever the id. */
export const presentPreferences: Present = async reading => {
  const me = personOf(reading)
  return me ? [await own(reading, me)] : []
}

async function own({ db, picture, config }: Reading, me: string) {
  const [row = unchosen(me)] = await preferencesOf(db, [me])
  const [agent, subscriptions, keys] = await Promise.all([
    db.selectFrom('agents').select('email').where('id', '=', me).executeTakeFirst(),
    db.selectFrom('push_subscriptions').selectAll().where('agent_id', '=', me).orderBy('created_at').execute(),
    pushKeys(db),
  ])
  return {
    choices: effective(picture.of(notificationDefaults).choices, row.choices),
    own: Object.keys(row.choices).length > 0,
    quiet: row.quiet_from && row.quiet_to ? { from: row.quiet_from, to: row.quiet_to } : null,
    zone: row.zone,
    digest: row.digest,
    digestAt: row.digest_at,
    sound: row.sound,
    email: agent?.email ?? null,
    canMail: config.smtpUrl !== undefined && !picture.of(mailboxes).default.archived,
    pushKey: keys.publicKey,
    subscriptions: subscriptions.map(({ id, name, endpoint, created_at }) => ({
      id,
      name,
      endpoint,
      createdAt: created_at.toISOString(),
    })),
  }
}

/** Of those who have ever chosen something. */
export const preferencesOf = (db: Db, agentIds: readonly string[]): Promise<PreferencesRow[]> =>
  db
    .selectFrom('notification_preferences')
    .selectAll()
    .where('agent_id', '=', ({ fn, val }) => fn.any(val([...agentIds])))
    .execute()
