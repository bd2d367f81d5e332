import type { Records } from '@baton/contract'
import { sql } from 'kysely'
import { isHidden } from '../../kernel/grants.ts'
import { cursorForms, cursorKey, read, toCursor } from '../../kernel/read.ts'
import type { SmsReceivedRow } from './tables.ts'

/** The text messages that came in, the newest first; who may not see whose a ticket is does not see what came of them. */
export const listSms = read('sms.list', async ({ db, caller }, { cursor, limit }) => {
  const key = cursorKey(cursor, [cursorForms.time, cursorForms.id])
  const after = key ? sql`(received_at, id) < (${key[0]}::timestamptz, ${key[1]}::uuid)` : sql`true`
  const { rows } = await sql<SmsReceivedRow & { at: string }>`
    select *, received_at::text as at from sms_received where ${after}
    order by received_at desc, id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(row => ({ ...record(row), ...(isHidden(caller.grants, 'customerId') && { ticketId: null }) })),
    nextCursor: rows.length > limit && last ? toCursor([last.at, last.id]) : null,
  }
})

const record = (row: SmsReceivedRow): Records['sms'] => ({
  id: row.id,
  smsAccountId: row.account_id,
  from: row.phone,
  text: row.body,
  isScore: row.is_score,
  ticketId: row.ticket_id,
  sentAt: row.sent_at?.toISOString() ?? null,
  receivedAt: row.received_at.toISOString(),
})
