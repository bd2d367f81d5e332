import { deliveryError, problemText, sentence, type TimelineItem } from '@baton/contract'
import { sql } from 'kysely'
import { isHidden } from '../../kernel/grants.ts'
import { jobOf } from '../../kernel/jobs/index.ts'
import type { Reading } from '../../kernel/kinds.ts'
import type { LoggedEvent } from '../../kernel/log/event.ts'
import { invalidField } from '../../kernel/problems.ts'
import { fromCursor, read, toCursor } from '../../kernel/read.ts'
import type { Row } from '../../kernel/steps.ts'
import { callJson } from '../customers/index.ts'
import { seenPayload, wordedPayload } from '../fields/index.ts'
import { ticketIdOf } from './get.ts'
import { namesOf } from './names.ts'
import type { MessageRow } from './ticket.ts'

interface Line extends LoggedEvent {
  message: (MessageRow & { delivery: DeliveryWords | null }) | null
  call: TimelineItem['call']
}

type DeliveryWords = NonNullable<NonNullable<TimelineItem['message']>['delivery']>

/** One conversation and history, newest first: what was said, and who did what, when, by which verb and why. */
export const ticketTimeline = read('ticket.timeline', async (reading, input) => {
  const ticketId = await ticketIdOf(reading, input)
  const before = beforeSeq(input.cursor)
  const { rows } = await sql<Line>`
    select e.*, e.xid::text as xid, case when m.id is not null then to_jsonb(m) || jsonb_build_object('delivery', (
        select json_build_object('id', d.id, 'status', d.status, 'recipient', d.recipient, 'error', d.error, 'attempts', d.attempts, 'sentAt', d.sent_at)
        from deliveries d where d.topic_id = e.topic_id and d.message_id = m.id order by d.created_at desc limit 1)) end as message,
      ${callJson(sql`(e.payload->>'callId')::uuid`)} as call
    from events e left join messages m on m.id = (e.payload->>'messageId')::uuid and m.ticket_id = e.topic_id
      and e.type = any(${spoken}::text[])
    where e.topic_id = ${ticketId} and e.seq < ${before}
    order by e.seq desc limit ${input.limit + 1}`.execute(reading.db)
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    items: shown.map(line => item(line, ticketId, reading)),
    nextCursor: rows.length > input.limit && last ? toCursor([last.seq]) : null,
  }
})

/** The events that carry a message. */
const spoken = [
  'ticket.opened',
  'ticket.received',
  'ticket.replied',
  'ticket.noted',
  'ticket.progressed',
  'ticket.called',
]

function beforeSeq(cursor: string | undefined): number {
  if (!cursor) return Number.MAX_SAFE_INTEGER
  const [seq] = fromCursor(cursor) ?? []
  if (!Number.isSafeInteger(seq)) throw invalidField('cursor', 'format')
  return Number(seq)
}

function item(line: Line, ticketId: string, reading: Reading): Row {
  const { locale, zone } = reading.caller
  const jobId = jobOf(line.request_id)
  const payload = seenPayload(line.payload, reading.caller.grants)
  const isNameless = line.actor_kind === 'outside' && isHidden(reading.caller.grants, 'customer')
  const actor = isNameless ? nobody : { kind: line.actor_kind, id: line.actor_id, name: line.actor_name }
  const told = { ...line, actor_name: actor.name, payload: wordedPayload(payload, 'ticket', reading) }
  const text = sentence(locale, told, namesOf(reading), zone)
  const shown: TimelineItem = {
    seq: line.seq,
    at: line.at.toISOString(),
    type: line.type,
    verb: line.verb,
    actor,
    text: jobId ? problemText(locale, 'text', 'job.mark', { text }) : text,
    through: line.through,
    ticketId,
    ticketNumber: null,
    payload,
    ...(jobId && { jobId }),
    call: line.call,
    message: line.message && words(line.message, locale),
  }
  return { ...(isHidden(reading.caller.grants, 'customer') ? ofNobody(shown) : shown) }
}

const nobody = { kind: 'outside', id: null, name: '' }

/** The same without what tells who the customer is: names and addresses stand in what they have said, not beside it. */
function ofNobody({ call, message, ...item }: TimelineItem): TimelineItem {
  return {
    ...item,
    call: call && { ...call, number: null },
    message: message && {
      ...message,
      author: message.kind === 'customer' ? { ...nobody, kind: message.author.kind } : message.author,
      sender: null,
      delivery: message.delivery && { ...message.delivery, recipient: '' },
    },
  }
}

type Said = MessageRow & { delivery: DeliveryWords | null }

function words(message: Said, locale: string): NonNullable<TimelineItem['message']> {
  const { delivery } = message
  return {
    id: message.id,
    seq: message.seq,
    kind: message.kind,
    channel: message.channel,
    author: { kind: message.author_kind, id: message.author_id, name: message.author_name },
    sender: message.sender,
    verified: message.verified,
    automatic: message.automatic,
    body: message.body,
    html: message.html,
    attachments: message.attachments,
    mentionIds: message.mention_ids,
    delivery: delivery && { ...delivery, error: delivery.error && deliveryError(locale, delivery.error) },
  }
}
