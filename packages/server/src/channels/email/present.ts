import type { Records } from '@baton/contract'
import { sql } from 'kysely'
import { toSql } from '../../kernel/conditions/index.ts'
import { isHidden } from '../../kernel/grants.ts'
import { type Kind, mayOn, type Reading, scopeOf } from '../../kernel/kinds.ts'
import type { Row } from '../../kernel/steps.ts'
import { isRetryable, mailKind } from './kind.ts'
import type { MailRow } from './tables.ts'

interface Shown extends MailRow {
  /** Null too when the caller may not see the ticket, or whose it is. */
  ticket_number: string | null
}

/** Mails as the API shows them: who, to whom, about what, and what became of it. What they say is on their tickets. */
export async function presentMails(reading: Reading, ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return []
  const tickets = reading.kind('ticket')
  const theirs = isHidden(reading.caller.grants, 'customerId')
    ? sql<boolean>`false`
    : toSql(scopeOf(tickets, tickets.readGrant, reading), tickets.columns(reading.picture))
  const { rows } = await sql<Shown>`
    select x.*, (select t.number from tickets t where t.id = x.ticket_id and ${theirs}) as ticket_number
    from mails x where x.id = any(${ids}::uuid[])`.execute(reading.db)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    return row ? [{ ...record(row, reading) }] : []
  })
}

function record(row: Shown, reading: Reading): Records['mail'] {
  const again = isRetryable(row) && mayOn(mailKind as unknown as Kind, 'mail.retry', row, reading.caller, reading)
  return {
    id: row.id,
    mailboxId: row.mailbox_id,
    envelopeFrom: row.envelope_from,
    envelopeTo: row.envelope_to,
    from: row.header_from,
    subject: row.subject,
    size: row.size,
    outcome: row.outcome,
    ticketId: row.ticket_number && row.ticket_id,
    ticketNumber: row.ticket_number,
    error: row.error,
    receivedAt: row.received_at.toISOString(),
    allowed: again ? ['mail.retry'] : [],
  }
}
