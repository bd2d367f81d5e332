import { sentence, type TimelineItem } from '@baton/contract'
import { sql } from 'kysely'
import { toSql } from '../../kernel/conditions/index.ts'
import { isHidden } from '../../kernel/grants.ts'
import { type Reading, scopeOf } from '../../kernel/kinds.ts'
import type { LoggedEvent } from '../../kernel/log/event.ts'
import { notFound } from '../../kernel/problems.ts'
import { cursorForms, cursorKey, read, toCursor } from '../../kernel/read.ts'
import { seenPayload, wordedPayload } from '../fields/index.ts'
import { directory } from '../people/index.ts'
import { callJson } from './call-sql.ts'
import { inScope } from './kind.ts'

/** What a colleague wants to know before answering: what was asked, what was said, how it ended. */
const told = [
  'ticket.opened',
  'ticket.received',
  'ticket.replied',
  'ticket.called',
  'ticket.solved',
  'ticket.reopened',
  'ticket.closed',
  'ticket.cancelled',
  'ticket.forceEnded',
]
const toldOfCustomer = ['customer.created', 'customer.updated']
/** Of calls that came to no ticket. */
const toldOfCall = ['call.ended', 'call.missed', 'call.dismissed']

interface Line extends LoggedEvent {
  ticket_id: string | null
  ticket_number: string | null
  message: NonNullable<TimelineItem['message']> | null
  call: TimelineItem['call']
}

/** All that was between the customer and us, newest first, as far as the caller may see the tickets and whose they are. */
export const customerTimeline = read('customer.timeline', async (reading, { customerId, cursor, limit }) => {
  const before = Number(cursorKey(cursor, [cursorForms.number])?.[0] ?? Number.MAX_SAFE_INTEGER)
  const { rows: known } =
    await sql`select 1 from customers c where c.id = ${customerId} and ${inScope(reading)}`.execute(reading.db)
  if (known.length === 0) throw notFound()
  const tickets = reading.kind('ticket')
  const theirs = isHidden(reading.caller.grants, 'customerId')
    ? sql<boolean>`false`
    : toSql(scopeOf(tickets, tickets.readGrant, reading), tickets.columns(reading.picture))
  const { rows } = await sql<Line>`
    with topics as (
      select t.id as topic_id, t.id as ticket_id, t.number as ticket_number, ${told}::text[] as told
      from customers c join tickets t on t.customer_id = c.id where c.id = ${customerId} and ${theirs}
      union all select ${customerId}::uuid, null, null, ${toldOfCustomer}::text[]
      union all select k.id, null, null, ${toldOfCall}::text[] from calls k
        where k.customer_id = ${customerId} and k.ticket_id is null
    )
    select e.*, o.ticket_id, o.ticket_number, ${message} as message,
      ${callJson(sql`coalesce((e.payload->>'callId')::uuid, o.topic_id)`)} as call
    from topics o join events e on e.topic_id = o.topic_id and e.type = any(o.told)
    where e.seq < ${before} order by e.seq desc limit ${limit + 1}`.execute(reading.db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(line => ({ ...item(line, reading) })),
    nextCursor: rows.length > limit && last ? toCursor([last.seq]) : null,
  }
})

const message = sql`(
  select json_build_object('id', m.id, 'seq', m.seq, 'kind', m.kind, 'channel', m.channel,
    'author', json_build_object('kind', m.author_kind, 'id', m.author_id, 'name', m.author_name), 'sender', m.sender,
    'verified', m.verified, 'automatic', m.automatic, 'body', m.body, 'html', m.html, 'attachments', m.attachments,
    'mentionIds', m.mention_ids, 'delivery', null)
  from messages m where m.ticket_id = o.ticket_id and m.id = (e.payload->>'messageId')::uuid)`

function item(line: Line, reading: Reading): TimelineItem {
  const { caller, picture } = reading
  const payload = seenPayload(line.payload, reading.caller.grants)
  const worded = { ...line, payload: wordedPayload(payload, line.ticket_id ? 'ticket' : 'customer', reading) }
  const { agents, departments } = picture.of(directory)
  const names = (id: string) => agents.get(id)?.name ?? departments.get(id)?.name
  return {
    seq: line.seq,
    at: line.at.toISOString(),
    type: line.type,
    verb: line.verb,
    actor: { kind: line.actor_kind, id: line.actor_id, name: line.actor_name },
    text: sentence(caller.locale, worded, names, caller.zone),
    through: line.through,
    ticketId: line.ticket_id,
    ticketNumber: line.ticket_number,
    payload,
    call: line.call,
    message: line.message,
  }
}
