import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { OfferedRow } from './tables.ts'

interface Wanted {
  table: 'macros' | 'canned_replies'
  column: 'name' | 'shortcut_folded'
  value: string
  audience: OfferedRow['audience']
  ownerId: string | null
  /** Its own row does not stand in its way. */
  but?: string | undefined
}

/** Whether another one in use has it: among one's own when it is one's own, else among those that are published. */
export async function isTaken(db: Db, { table, column, value, audience, ownerId, but }: Wanted): Promise<boolean> {
  const same = audience === 'me' ? sql`o.audience = 'me' and o.owner_id = ${ownerId}::uuid` : sql`o.audience <> 'me'`
  const { rows } = await sql`
    select 1 from ${sql.table(table)} o where o.${sql.ref(column)} = ${value} and o.archived_at is null and ${same}
      and o.id is distinct from ${but ?? null}::uuid limit 1`.execute(db)
  return rows.length > 0
}
