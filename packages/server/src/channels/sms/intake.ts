import { sql } from 'kysely'
import type { Caller } from '../../kernel/caller.ts'
import type { Db } from '../../kernel/db.ts'
import type { Desk } from '../../kernel/desk.ts'
import { everything } from '../../kernel/grants.ts'
import type { LoggedEvent } from '../../kernel/log/event.ts'
import type { RowFollower, VerbFollower } from '../../kernel/log/follower.ts'
import { mobileOf } from '../../records/sms/index.ts'
import type { SmsReceivedRow } from './tables.ts'

/** What a customer writes by text message belongs to their open ticket, or is a new matter. A survey's answer is neither. */
export const takeIn: VerbFollower = {
  kind: 'verbs',
  name: 'sms.intake',
  hears: ['sms.received'],
  async act(event, desk) {
    if (event.payload.score !== null) return []
    const row = await desk.db
      .selectFrom('sms_received')
      .selectAll()
      .where('id', '=', event.subject_id)
      .executeTakeFirst()
    if (!row || row.body === '') return []
    const place = await placeOf(desk.db, row)
    const said = { channel: 'sms', body: row.body, sourceId: row.id, submittedAt: writtenAt(row).toISOString() }
    const caller = writer(desk, place?.name ?? row.phone)
    if (place?.ticket_id) {
      const input = { ...said, ticketId: place.ticket_id, customerId: place.customer_id, from: row.phone }
      return [{ verb: 'ticket.receive', input, caller }]
    }
    const requester = mobileOf(row.phone) ? { phone: row.phone } : { name: row.phone || '—' }
    return [{ verb: 'ticket.open', input: { ...said, subject: subjectOf(row.body), requester }, caller }]
  },
}

interface Place {
  customer_id: string
  name: string
  ticket_id: string | null
}

const week = 7 * 86_400_000

/**
 * Whose number it is, and on which ticket it goes on: the one that we last wrote to this number about, if it is not closed;
 * else the customer's open one with the newest message.
 */
async function placeOf(db: Db, { phone, received_at }: SmsReceivedRow): Promise<Place | undefined> {
  const since = new Date(received_at.getTime() - week)
  const { rows } = await sql<Place>`
    select c.id as customer_id, c.name, coalesce(
      (select t.id from (
          select topic_id from deliveries where channel = 'sms' and recipient = ${phone} and created_at > ${since}
            and status in ('sending', 'sent', 'unknown') order by created_at desc limit 20
        ) d join tickets t on t.id = d.topic_id
        where t.customer_id = c.id and t.status not in ('closed', 'merged') limit 1),
      (select t.id from tickets t where t.customer_id = c.id and t.status not in ('solved', 'closed', 'merged')
        order by t.last_message_at desc nulls last, t.created_at desc limit 1)
    ) as ticket_id
    from contact_points p join customers c on c.id = p.customer_id
    where p.kind = 'phone' and p.value = ${phone}`.execute(db)
  return rows[0]
}

/** A clock that runs ahead is not believed. */
const writtenAt = ({ sent_at, received_at }: SmsReceivedRow): Date =>
  sent_at && sent_at <= received_at ? sent_at : received_at

const mostSubject = 60

function subjectOf(body: string): string {
  const line = body.replace(/\s+/g, ' ').trim()
  const letters = [...line]
  return letters.length > mostSubject ? `${letters.slice(0, mostSubject).join('')}…` : line
}

/** Somebody outside, by the name that we know; what a channel brings may be put on any ticket. */
const writer = (desk: Desk, name: string): Caller => ({
  actor: { kind: 'outside', id: null, name },
  locale: desk.config.locale,
  zone: desk.config.timezone,
  grants: everything,
  me: { id: null },
  sessionId: null,
  mustChangePassword: false,
  ip: '',
})

/** Notes on each text message which ticket it has come to. */
export const noteTickets: RowFollower = {
  kind: 'rows',
  name: 'sms.tickets',
  hears: ['ticket.opened', 'ticket.received'],
  async write(tx, events) {
    for (const event of events.filter(isByText)) {
      await sql`
        update sms_received s set ticket_id = m.ticket_id from messages m
        where m.id = ${event.payload.messageId} and s.id = m.source_id`.execute(tx.db)
    }
  },
}

const isByText = ({ payload }: LoggedEvent): boolean => payload.channel === 'sms' && Boolean(payload.messageId)
