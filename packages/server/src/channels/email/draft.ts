import type { Picture } from '../../kernel/configuration.ts'
import type { Db } from '../../kernel/db.ts'
import type { DeliveryDraft } from '../../kernel/deliveries/index.ts'
import { newId } from '../../kernel/ids.ts'
import type { LoggedEvent } from '../../kernel/log/event.ts'
import { type Mailbox, mailboxes } from '../../records/mailboxes/index.ts'
import { portalSettings } from '../../records/portal/index.ts'
import { messageIdOf } from './addresses.ts'
import type { Correspondence } from './correspondents.ts'
import type { Frame, Words } from './letter.ts'
import { followLink } from './links.ts'
import type { MailLink, MailRequest } from './request.ts'

/** What is at hand when mails are written. */
export interface Writing {
  db: Db
  picture: Picture
  locale: string
  now: Date
}

/** Nobody wants old news: not after a long standstill, nor from the past that a trial desk is filled with. */
const stale = 3 * 86_400_000

export const isStale = (event: LoggedEvent, { now }: Writing): boolean => now.getTime() - event.at.getTime() > stale

export function mailboxOf({ picture }: Writing, { mailbox_id }: Correspondence): Mailbox {
  const boxes = picture.of(mailboxes)
  const own = mailbox_id ? boxes.byId(mailbox_id) : undefined
  return own && !own.archived ? own : boxes.default
}

/** What every mail says beside its words; with the link to the ticket's page, where customers can follow theirs. */
export function frameOf(
  { locale, picture }: Writing,
  { ticket_id, number, subject }: Correspondence,
  box: Mailbox,
): { frame: Frame; links: MailLink[] } {
  const { followEnabled, linkDays } = picture.of(portalSettings)
  const follow = followEnabled ? followLink(ticket_id, linkDays) : undefined
  const frame = { locale, number, subject, signature: box.signature ?? box.name, follow: follow?.place ?? null }
  return { frame, links: follow ? [follow] : [] }
}

interface Piece {
  purpose: 'reply' | 'acknowledgement' | 'survey' | 'code'
  /** The message, or the delivery itself when there is none: our Message-ID is named after it. */
  id: string
  words: Words
  attachments: MailRequest['attachments']
  links: readonly MailLink[]
}

export function draftOf(event: LoggedEvent, found: Correspondence, box: Mailbox, piece: Piece): DeliveryDraft {
  const { id, purpose, words, attachments, links } = piece
  const automatic = purpose !== 'reply'
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
    links,
  }
  return {
    id: automatic ? id : newId(),
    topicId: found.ticket_id,
    messageId: automatic ? null : id,
    channel: 'email',
    purpose,
    recipient: request.to,
    request: { ...request },
    cause: event,
  }
}
