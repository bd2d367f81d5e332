import { sql } from 'kysely'
import type { Present } from '../../../kernel/kinds.ts'
import { cursorForms, cursorKey, read, toCursor } from '../../../kernel/read.ts'
import { directory } from '../../people/index.ts'

/** Everybody's, the newest first, revoked ones included. */
export const listApiKeys = read('apiKey.list', async (reading, { cursor, limit }) => {
  const [before] = cursorKey(cursor, [cursorForms.id]) ?? []
  let query = reading.db.selectFrom('api_keys').select('id')
  if (before) query = query.where('id', '<', before)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const ids = rows.slice(0, limit).map(row => row.id)
  return { items: await presentApiKeys(reading, ids), nextCursor: rows.length > limit ? toCursor([ids.at(-1)]) : null }
})

export const presentApiKeys: Present = async ({ db, caller, picture }, ids) => {
  const rows = await db.selectFrom('api_keys').selectAll().where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
  const { agents } = picture.of(directory)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    if (!row) return []
    return {
      id,
      name: row.name,
      owner: { id: row.owner_id, name: agents.get(row.owner_id)?.name ?? '' },
      hint: row.hint,
      grants: row.grants,
      expiresAt: row.expires_at?.toISOString() ?? null,
      revokedAt: row.revoked_at?.toISOString() ?? null,
      usedAt: row.used_at?.toISOString() ?? null,
      createdAt: row.created_at.toISOString(),
      allowed: !row.revoked_at && caller.grants.may('apiKey.revoke') ? ['apiKey.revoke'] : [],
    }
  })
}
