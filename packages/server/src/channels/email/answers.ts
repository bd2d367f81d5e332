import type { Picture } from '../../kernel/configuration.ts'
import type { Db } from '../../kernel/db.ts'
import type { DeliveryDraft } from '../../kernel/deliveries/index.ts'
import { newId } from '../../kernel/ids.ts'
import type { LoggedEvent } from '../../kernel/log/event.ts'
import type { RowFollower } from '../../kernel/log/follower.ts'
import { type Mailbox, mailboxes } from '../../records/mailboxes/index.ts'
import { settings } from '../../records/settings/index.ts'
import { messageIdOf } from './addresses.ts'
import { type Correspondence, correspondence } from './correspondents.ts'
import { acknowledgement, answer, type Frame, type Words } from './letter.ts'
import type { MailRequest } from './request.ts'
import { mayAcknowledge } from './restraint.ts'

/** What the customer is to read goes out by mail: our answers, and that their matter has arrived. */
export const writeMails: RowFollower = {
  kind: 'rows',
  name: 'email.write',
  hears: ['ticket.replied', 'ticket.opened'],
  async write(tx, events, desk) {
    const writing: Writing = {
      db: tx.db,
      picture: await desk.configuration.current(),
      locale: desk.config.locale,
      now: desk.clock(),
    }
    const drafts: DeliveryDraft[] = []
    for (const event of events) {
      const draft = event.type === 'ticket.replied' ? await answerTo(event, writing) : await acknowledge(event, writing)
      if (draft) drafts.push(draft)
    }
    if (drafts.length > 0) await desk.outbox.put(tx, drafts)
  },
}

interface Writing {
  db: Db
  picture: Picture
  locale: string
  now: Date
}

async function answerTo(event: LoggedEvent, writing: Writing): Promise<DeliveryDraft | undefined> {
  const { db } = writing
  const found = await correspondence(db, event.topic_id)
  const messageId = String(event.payload.messageId)
  const message = await db
    .selectFrom('messages')
    .select(['id', 'body', 'attachments'])
    .where('id', '=', messageId)
    .executeTakeFirst()
  if (!found || !message) return undefined
  // On the other channels nobody expects a mail, so that there is none needs no word.
  if (!found.recipient && found.channel !== 'email' && found.channel !== 'form') return undefined
  const box = mailboxOf(writing, found)
  const words = answer(message.body, frameOf(writing, found, box))
  const attachments = message.attachments as MailRequest['attachments']
  const draft = draftOf(event, found, box, { id: message.id, words, attachments, automatic: false })
  if (!found.recipient) return { ...draft, suppressed: 'delivery.noAddress' }
  return isStale(event, writing) ? { ...draft, suppressed: 'delivery.tooLate' } : draft
}

async function acknowledge(event: LoggedEvent, writing: Writing): Promise<DeliveryDraft | undefined> {
  const by = event.payload.channel
  // Most of what is opened ends here, before anything is asked.
  if ((by !== 'email' && by !== 'form') || isStale(event, writing)) return undefined
  if (!writing.picture.of(settings).acknowledge) return undefined
  const found = await correspondence(writing.db, event.topic_id)
  if (!found?.recipient) return undefined
  if (!(await mayAcknowledge(writing.db, found.recipient, found.ticket_id, writing.now))) return undefined
  const box = mailboxOf(writing, found)
  const words = acknowledgement(by, frameOf(writing, found, box))
  return draftOf(event, found, box, { id: newId(), words, attachments: [], automatic: true })
}

/** Nobody wants old news: not after a long standstill, nor from the past that a trial desk is filled with. */
const stale = 3 * 86_400_000

const isStale = (event: LoggedEvent, { now }: Writing): boolean => now.getTime() - event.at.getTime() > stale

function mailboxOf({ picture }: Writing, { mailbox_id }: Correspondence): Mailbox {
  const boxes = picture.of(mailboxes)
  const own = mailbox_id ? boxes.byId(mailbox_id) : undefined
  return own && !own.archived ? own : boxes.default
}

const frameOf = ({ locale }: Writing, { number, subject }: Correspondence, box: Mailbox): Frame => ({
  locale,
  number,
  subject,
  signature: box.signature ?? box.name,
})

interface Piece {
  /** The message, or the delivery itself when there is none: our Message-ID is named after it. */
  id: string
  words: Words
  attachments: MailRequest['attachments']
  automatic: boolean
}

function draftOf(event: LoggedEvent, found: Correspondence, box: Mailbox, piece: Piece): DeliveryDraft {
  const { id, words, attachments, automatic } = piece
  const request: MailRequest = {
    from: { name: box.name, address: box.address },
    mailboxId: box.id,
    to: found.recipient ?? '',
    ...words,
    messageId: messageIdOf(id, box),
    inReplyTo: found.theirs.at(-1) ?? found.ours.at(-1) ?? null,
    references: [...found.theirs, ...found.ours],
    attachments,
    automatic,
  }
  return {
    id: automatic ? id : newId(),
    topicId: found.ticket_id,
    messageId: automatic ? null : id,
    channel: 'email',
    purpose: automatic ? 'acknowledgement' : 'reply',
    recipient: request.to,
    request: { ...request },
    cause: event,
  }
}
