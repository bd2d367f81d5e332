import { sql } from 'kysely'
import { cursorForms, cursorKey, read, toCursor } from '../../kernel/read.ts'
import { presentNotifications } from './present.ts'
import { ownAndVisible } from './visible.ts'

const flag = /^(true|false)$/

/** One's own notifications: the newest first, or all unread ones before those read. */
export const listNotifications = read('notification.list', async (reading, { unread, order, cursor, limit }) => {
  const forms = [flag, cursorForms.time, cursorForms.id]
  const [isUnread, at, id] = cursorKey(cursor, forms) ?? []
  const first = order === 'unread' ? sql`(n.read_at is null)` : sql`true`
  const after = id
    ? sql`(${first}, n.created_at, n.id) < (${isUnread === 'true'}, ${at}::timestamptz, ${id}::uuid)`
    : sql`true`
  const { rows } = await sql<{ id: string; first: boolean; at: string }>`
    select n.id, ${first} as first, n.created_at::text as at from notifications n
    where ${ownAndVisible(reading)} and ${after} and ${unread === undefined ? sql`true` : unread ? sql`n.read_at is null` : sql`n.read_at is not null`}
    order by ${order === 'unread' ? sql`(n.read_at is null) desc, ` : sql``} n.created_at desc, n.id desc limit ${limit + 1}`.execute(
    reading.db,
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const items = await presentNotifications(
    reading,
    shown.map(row => row.id),
  )
  return { items, nextCursor: rows.length > limit && last ? toCursor([last.first, last.at, last.id]) : null }
})
