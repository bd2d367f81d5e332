import { wordIn } from '@baton/contract'
import { sql } from 'kysely'
import type { Locale } from '../../../kernel/caller.ts'
import { mayOn, type Present } from '../../../kernel/kinds.ts'
import { pageOfAll, read } from '../../../kernel/read.ts'
import { directory } from '../directory.ts'
import { roleKind } from '../kinds.ts'
import { inOrderOf } from '../order.ts'

/** Shipped roles first, as they were shipped, then the others by their age. */
export const listRoles = read('role.list', async (reading, { cursor, limit }) => {
  const roles = [...reading.picture.of(directory).roles.values()].filter(role => !role.archived)
  const page = pageOfAll(roles.sort(inOrderOf(role => role.id)), { cursor, limit })
  const items = await presentRoles(
    reading,
    page.shown.map(role => role.id),
  )
  return { items, nextCursor: page.nextCursor }
})

export const presentRoles: Present = async (reading, ids) => {
  const rows = await reading.db.selectFrom('roles').selectAll().where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
  const agents = [...reading.picture.of(directory).agents.values()].filter(person => person.status === 'active')
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    if (!row) return []
    const verbs = row.archived_at ? [] : row.key ? ['role.update'] : ['role.update', 'role.archive']
    return {
      id,
      key: row.key,
      name: nameFor(row, reading.caller.locale),
      grants: row.grants,
      fields: row.fields,
      memberCount: agents.filter(person => person.roleIds.includes(id)).length,
      archived: row.archived_at !== null,
      version: row.version,
      allowed: verbs.filter(verb => mayOn(roleKind, verb, row, reading.caller, reading)),
    }
  })
}

/** A shipped role that nobody has renamed is called in the reader's language. */
function nameFor({ key, name }: { key: string | null; name: string }, locale: Locale): string {
  if (!key) return name
  const shipped = (['zh-CN', 'en'] as const).map(language => wordIn(language, 'role', key))
  return shipped.includes(name) ? (wordIn(locale, 'role', key) ?? name) : name
}
