import type { DeliveryDraft } from '../../kernel/deliveries/index.ts'
import { newId } from '../../kernel/ids.ts'
import type { LoggedEvent } from '../../kernel/log/event.ts'
import type { RowFollower } from '../../kernel/log/follower.ts'
import { codeMinutes, issueCode, portalSettings } from '../../records/portal/index.ts'
import { settings } from '../../records/settings/index.ts'
import { correspondence } from './correspondents.ts'
import { draftOf, frameOf, isStale, mailboxOf, type Writing } from './draft.ts'
import { acknowledgement, answer, codeLetter, surveyLetter } from './letter.ts'
import { surveyLink } from './links.ts'
import type { MailRequest } from './request.ts'
import { mayAcknowledge } from './restraint.ts'

/** What the customer is to read goes out by mail: our answers, that their matter has arrived, how it was, a code. */
export const writeMails: RowFollower = {
  kind: 'rows',
  name: 'email.write',
  hears: ['ticket.replied', 'ticket.opened', 'survey.sent', 'portal.codeAsked'],
  async write(tx, events, desk) {
    const writing: Writing = {
      db: tx.db,
      picture: await desk.configuration.at(tx.version),
      locale: desk.config.locale,
      now: desk.clock(),
    }
    const drafts: DeliveryDraft[] = []
    for (const event of events) {
      const draft = await writers[event.type]?.(event, writing)
      if (draft) drafts.push(draft)
    }
    if (drafts.length > 0) await desk.outbox.put(tx, drafts)
  },
}

const writers: Readonly<Record<string, (event: LoggedEvent, writing: Writing) => Promise<DeliveryDraft | undefined>>> =
  {
    'ticket.replied': answerTo,
    'ticket.opened': acknowledge,
    'survey.sent': askForRating,
    'portal.codeAsked': sendCode,
  }

/** The channels on which customers write, and read us by mail. */
const isWritten = (channel: unknown): boolean => channel === 'email' || channel === 'form' || channel === 'portal'

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
  if (!found.recipient && !isWritten(found.channel)) return undefined
  const box = mailboxOf(writing, found)
  const { frame, links } = frameOf(writing, found, box)
  const words = answer(message.body, frame)
  const attachments = message.attachments as MailRequest['attachments']
  const draft = draftOf(event, found, box, { purpose: 'reply', id: message.id, words, attachments, links })
  if (!found.recipient) return { ...draft, suppressed: 'delivery.noAddress' }
  return isStale(event, writing) ? { ...draft, suppressed: 'delivery.tooLate' } : draft
}

async function acknowledge(event: LoggedEvent, writing: Writing): Promise<DeliveryDraft | undefined> {
  const by = event.payload.channel
  // Most of what is opened ends here, before anything is asked.
  if (!isWritten(by) || isStale(event, writing)) return undefined
  if (!writing.picture.of(settings).acknowledge) return undefined
  const found = await correspondence(writing.db, event.topic_id)
  if (!found?.recipient) return undefined
  if (!(await mayAcknowledge(writing.db, found.recipient, found.ticket_id, writing.now))) return undefined
  const box = mailboxOf(writing, found)
  const { frame, links } = frameOf(writing, found, box)
  return draftOf(event, found, box, {
    purpose: 'acknowledgement',
    id: newId(),
    words: acknowledgement(by === 'email' ? 'email' : 'form', frame),
    attachments: [],
    links,
  })
}

async function askForRating(event: LoggedEvent, writing: Writing): Promise<DeliveryDraft | undefined> {
  if (event.payload.channel !== 'email') return undefined
  const found = await correspondence(writing.db, event.topic_id)
  if (!found?.recipient) return undefined
  const { surveyDays: days } = writing.picture.of(portalSettings)
  const box = mailboxOf(writing, found)
  const { frame, links } = frameOf(writing, found, box)
  const link = surveyLink(event.subject_id, days)
  const draft = draftOf(event, found, box, {
    purpose: 'survey',
    // The survey's own id, by which the ticket shows what became of its sending.
    id: event.subject_id,
    words: surveyLetter({ link: link.place, days }, frame),
    attachments: [],
    links: [link, ...links],
  })
  return isStale(event, writing) ? { ...draft, suppressed: 'delivery.tooLate' } : draft
}

async function sendCode(event: LoggedEvent, writing: Writing): Promise<DeliveryDraft | undefined> {
  const age = writing.now.getTime() - event.at.getTime()
  if (event.payload.channel !== 'email' || age > codeMinutes * 60_000) return undefined
  const found = await correspondence(writing.db, event.topic_id)
  if (!found?.recipient) return undefined
  const box = mailboxOf(writing, found)
  const { frame } = frameOf(writing, found, box)
  const code = await issueCode(writing.db, found.ticket_id, writing.now)
  if (!code) return undefined
  return draftOf(event, found, box, {
    purpose: 'code',
    id: newId(),
    words: codeLetter({ code, minutes: codeMinutes }, frame),
    attachments: [],
    links: [],
  })
}
