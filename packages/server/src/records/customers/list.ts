import { fold } from '@baton/contract'
import { sql } from 'kysely'
import { cursorForms, cursorKey, read, toCursor } from '../../kernel/read.ts'
import { foundBy } from './find.ts'
import { inScope } from './kind.ts'
import { hasInName } from './name-pairs.ts'
import { presentCustomers } from './present.ts'
import { matching } from './where.ts'

/** A list that is narrowed down has no answers of `customer.find` before it: its text finds by contact points, too. */
function found(text: string | undefined, where: unknown) {
  if (!text) return sql`true`
  return where === undefined ? hasInName(fold(text)) : foundBy(text)
}

/** The newest first; with a text, those in whose name or company it stands. */
export const listCustomers = read('customer.list', async (reading, { text, where, cursor, limit }) => {
  const key = cursorKey(cursor, [cursorForms.time, cursorForms.id])
  const after = key ? sql`(c.created_at, c.id) < (${key[0]}::timestamptz, ${key[1]}::uuid)` : sql`true`
  const { rows } = await sql<{ id: string; at: string }>`
    select c.id, c.created_at::text as at from customers c
    where ${inScope(reading)} and ${matching(where, reading)} and ${after} and ${found(text?.trim(), where)}
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
