import { fold } from '@baton/contract'
import { sql } from 'kysely'
import { cursorForms, cursorKey, read, toCursor } from '../../../kernel/read.ts'
import { holdsName } from '../name-pairs.ts'
import { inScope } from './kind.ts'
import { presentCompanies } from './present.ts'

/** By name; with a text, those in whose name it stands. */
export const listCompanies = read('company.list', async (reading, { text, cursor, limit }) => {
  const key = cursorKey(cursor, [cursorForms.text, cursorForms.id])
  const after = key ? sql`(o.name_folded, o.id) > (${key[0]}, ${key[1]}::uuid)` : sql`true`
  const named = text?.trim() ? holdsName('o', fold(text.trim())) : sql`true`
  const { rows } = await sql<{ id: string; name: string }>`
    select o.id, o.name_folded as name from companies o where ${inScope(reading)} and ${after} and ${named}
    order by o.name_folded, o.id limit ${limit + 1}`.execute(reading.db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const items = await presentCompanies(
    reading,
    shown.map(row => row.id),
  )
  return { items, nextCursor: rows.length > limit && last ? toCursor([last.name, last.id]) : null }
})
