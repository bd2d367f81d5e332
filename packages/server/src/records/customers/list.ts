import { fold } from '@baton/contract'
import { sql } from 'kysely'
import { cursorForms, cursorKey, read, toCursor } from '../../kernel/read.ts'
import { inScope } from './kind.ts'
import { hasInName } from './name-pairs.ts'
import { presentCustomers } from './present.ts'

/** The newest first; with a text, those in whose name or company it stands. */
export const listCustomers = read('customer.list', async (reading, { text, cursor, limit }) => {
  const key = cursorKey(cursor, [cursorForms.time, cursorForms.id])
  const after = key ? sql`(c.created_at, c.id) < (${key[0]}::timestamptz, ${key[1]}::uuid)` : sql`true`
  const { rows } = await sql<{ id: string; at: string }>`
    select c.id, c.created_at::text as at from customers c
    where ${inScope(reading)} and ${after} and ${text?.trim() ? hasInName(fold(text.trim())) : sql`true`}
    order by c.created_at desc, c.id desc limit ${limit + 1}`.execute(reading.db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await presentCustomers(
      reading,
      shown.map(row => row.id),
    ),
    nextCursor: rows.length > limit && last ? toCursor([last.at, last.id]) : null,
  }
})
