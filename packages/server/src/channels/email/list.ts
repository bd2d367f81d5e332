import { sql } from 'kysely'
import { toSql } from '../../kernel/conditions/index.ts'
import { type Kind, type Reading, scopeOf } from '../../kernel/kinds.ts'
import { cursorForms, cursorKey, read, toCursor } from '../../kernel/read.ts'
import { mailKind } from './kind.ts'
import { presentMails } from './present.ts'

/** The mails that came in and what became of each, newest first. */
export const listMails = read('mail.list', async (reading, { outcome, cursor, limit }) => {
  const key = cursorKey(cursor, [cursorForms.time, cursorForms.id])
  const after = key ? sql`(x.received_at, x.id) < (${key[0]}::timestamptz, ${key[1]}::uuid)` : sql`true`
  const { rows } = await sql<{ id: string; at: string }>`
    select x.id, x.received_at::text as at from mails x
    where ${inScope(reading)} and ${after} and ${outcome ? sql`x.outcome = ${outcome}` : sql`true`}
    order by x.received_at desc, x.id desc limit ${limit + 1}`.execute(reading.db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await presentMails(
      reading,
      shown.map(row => row.id),
    ),
    nextCursor: rows.length > limit && last ? toCursor([last.at, last.id]) : null,
  }
})

const inScope = (reading: Reading) =>
  toSql(scopeOf(mailKind as unknown as Kind, 'mail.list', reading), mailKind.columns(reading.picture))
