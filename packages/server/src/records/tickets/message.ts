import type { Channel, MessageKind } from '@baton/contract'
import { newId } from '../../kernel/ids.ts'
import { add, type Step } from '../../kernel/steps.ts'
import type { Call } from '../../kernel/verb.ts'
import { touched } from '../customers/index.ts'
import { type AttachedFile, attachSteps } from '../files/index.ts'
import type { MessageRow } from './ticket.ts'

interface Words {
  kind: MessageKind
  body: string
  channel: Channel
  files: readonly AttachedFile[]
  html?: string | null
  author?: { kind: string; id: string | null; name: string }
  sender?: string | null
  verified?: boolean
  automatic?: boolean
  mentionIds?: readonly string[]
  sourceId?: string | null
  submittedAt?: Date | null
}

/** A message as the ticket's next one, with its files. */
export function say(ticketId: string, seq: number, call: Call, words: Words): { message: MessageRow; steps: Step[] } {
  const author = words.author ?? call.caller.actor
  const message: MessageRow = {
    id: newId(),
    ticket_id: ticketId,
    seq,
    kind: words.kind,
    channel: words.channel,
    author_kind: author.kind,
    author_id: author.id,
    author_name: author.name,
    sender: words.sender ?? null,
    verified: words.verified ?? true,
    automatic: words.automatic ?? false,
    body: words.body,
    html: words.html ?? null,
    attachments: words.files.map(({ id, name, mediaType, size }) => ({ id, name, mediaType, size })),
    mention_ids: [...(words.mentionIds ?? [])],
    mail_id: null,
    source_id: words.sourceId ?? null,
    created_at: call.now,
    submitted_at: words.submittedAt ?? null,
  }
  return { message, steps: [add('messages', message), ...attachSteps(words.files, 'ticket', ticketId, call.now)] }
}

/** A contact between the customer and us: who, when, by which channel. */
export function touch(
  ticketId: string,
  customerId: string | null,
  message: MessageRow,
  direction: 'in' | 'out',
  call: Call,
): Step {
  return touched({
    id: newId(),
    customer_id: customerId,
    ticket_id: ticketId,
    message_id: message.id,
    channel: message.channel,
    direction,
    sender: direction === 'in' ? message.sender : message.author_name,
    recipient: null,
    started_at: message.submitted_at ?? call.now,
    ended_at: null,
  })
}

const mostWords = 140

/** The beginning of a message for lists: one line, quotations left out. */
export function lastWords(body: string): string {
  const own = body.split('\n').filter(line => !line.startsWith('>'))
  return [...own.join(' ').replace(/\s+/g, ' ').trim()].slice(0, mostWords).join('')
}
