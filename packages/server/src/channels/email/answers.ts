import type { Db } from '../../kernel/db.ts'
import type { DeliveryDraft } from '../../kernel/deliveries/index.ts'
import type { Desk } from '../../kernel/desk.ts'
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
    const drafts: DeliveryDraft[] = []
    for (const event of events) {
      const found = await correspondence(tx.db, event.topic_id)
      if (!found) continue
      const draft =
        event.type === 'ticket.replied'
          ? await answerTo(tx.db, event, found, desk)
          : await acknowledgementOf(tx.db, event, found, desk)
      if (draft) drafts.push(draft)
    }
    if (drafts.length > 0) await desk.outbox.put(tx, drafts)
  },
}

/** Nobody wants old news: not after a long standstill, nor from the past that a trial desk is filled with. */
const stale = 3 * 86_400_000

async function answerTo(
  db: Db,
  event: LoggedEvent,
  found: Correspondence,
  desk: Desk,
): Promise<DeliveryDraft | undefined> {
  const messageId = String(event.payload.messageId)
  const message = await db
    .selectFrom('messages')
    .select(['id', 'body', 'attachments'])
    .where('id', '=', messageId)
    .executeTakeFirst()
  if (!message) return undefined
  // On the other channels nobody expects a mail, so that there is none needs no word.
  if (!found.recipient && found.channel !== 'email' && found.channel !== 'form') return undefined
  const box = await mailboxOf(desk, found)
  const words = answer(message.body, frameOf(desk, found, box))
  const attachments = message.attachments as MailRequest['attachments']
  const draft = draftOf(event, found, box, { id: message.id, words, attachments, automatic: false })
  if (!found.recipient) return { ...draft, suppressed: 'delivery.noAddress' }
  return isStale(event, desk) ? { ...draft, suppressed: 'delivery.tooLate' } : draft
}

async function acknowledgementOf(
  db: Db,
  event: LoggedEvent,
  found: Correspondence,
  desk: Desk,
): Promise<DeliveryDraft | undefined> {
  const by = event.payload.channel
  if ((by !== 'email' && by !== 'form') || !found.recipient || isStale(event, desk)) return undefined
  const picture = await desk.configuration.current()
  if (!picture.of(settings).acknowledge) return undefined
  if (!(await mayAcknowledge(db, found.recipient, found.ticket_id, desk.clock()))) return undefined
  const box = await mailboxOf(desk, found)
  const words = acknowledgement(by, frameOf(desk, found, box))
  return draftOf(event, found, box, { id: newId(), words, attachments: [], automatic: true })
}

const isStale = (event: LoggedEvent, desk: Desk): boolean => desk.clock().getTime() - event.at.getTime() > stale

async function mailboxOf(desk: Desk, { mailbox_id }: Correspondence): Promise<Mailbox> {
  const boxes = (await desk.configuration.current()).of(mailboxes)
  const own = mailbox_id ? boxes.byId(mailbox_id) : undefined
  return own && !own.archived ? own : boxes.default
}

const frameOf = (desk: Desk, { number, subject }: Correspondence, box: Mailbox): Frame => ({
  locale: desk.config.locale,
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

function draftOf(
  event: LoggedEvent,
  found: Correspondence,
  box: Mailbox,
  { id, words, attachments, automatic }: Piece,
): DeliveryDraft {
  const references = [...found.theirs, ...found.ours]
  const request: MailRequest = {
    from: { name: box.name, address: box.address },
    mailboxId: box.id,
    to: found.recipient ?? '',
    ...words,
    messageId: messageIdOf(id, box),
    inReplyTo: found.theirs.at(-1) ?? found.ours.at(-1) ?? null,
    references,
    attachments,
    automatic,
  }
  return {
    id: automatic ? id : newId(),
    topicId: found.ticket_id,
    messageId: automatic ? null : id,
    channel: 'email',
    purpose: automatic ? 'acknowledgement' : 'reply',
    recipient: found.recipient ?? '',
    request: { ...request },
    cause: event,
  }
}
