import { problemText, type VerbSent } from '@baton/contract'
import type { By } from '../../kernel/by.ts'
import type { Caller } from '../../kernel/caller.ts'
import type { Desk } from '../../kernel/desk.ts'
import { everything } from '../../kernel/grants.ts'
import { Problem } from '../../kernel/problems.ts'
import { isCustomersAddress, type Place } from './belongs.ts'
import { keepFiles } from './files.ts'
import type { Verdict } from './outcome.ts'
import type { Address } from './read/addresses.ts'
import { cleanLines, shorten } from './read/clean.ts'
import type { Reading } from './read/reading.ts'
import type { MailRow } from './tables.ts'

/** A mail that somebody wrote, and what is known of it. */
export interface Letter {
  row: MailRow
  mail: Reading
  writer: Address
  mailboxId: string
}

/**
 * Puts a letter on the ticket to which it belongs, or opens one for it: once, however often it is tried, since the verb
 * is done under the mail's own key. The verb decides what a letter means for a ticket that is closed.
 */
export async function say(desk: Desk, letter: Letter, place: Place | undefined, automatic: boolean): Promise<Verdict> {
  const by = byOf(desk, letter)
  const before = await saidBefore(desk, letter.row, by)
  if (before) return before
  const { ids, html } = await keepFiles(desk, letter.mail, by.caller)
  const words = wordsOf(desk, letter)
  const common = {
    body: words.body,
    ...(html && { html }),
    channel: 'email' as const,
    attachmentIds: ids,
    sourceId: letter.row.id,
    submittedAt: submittedAt(letter).toISOString(),
  }
  const onto = place && (await receive(desk, letter, place, { ...common, automatic }, by))
  if (onto) return said(desk, letter.row, onto)
  if (automatic) return { outcome: 'automatic', why: 'the ticket takes no more' }
  const open: VerbSent<'ticket.open'> = {
    ...common,
    subject: words.subject,
    requester: { email: letter.writer.address, ...(letter.writer.name && { name: letter.writer.name }) },
    mailboxId: letter.mailboxId,
  }
  const ticket = await desk.perform('ticket.open', open, by)
  return said(desk, letter.row, String(ticket.id))
}

type Received = Omit<VerbSent<'ticket.receive'>, 'ticketId' | 'verified' | 'from'>

/** The ticket that it is on now; undefined when that one can take no more, as a merged one: then it opens one of its own. */
async function receive(
  desk: Desk,
  { writer }: Letter,
  { ticketId }: Place,
  input: Received,
  by: By,
): Promise<string | undefined> {
  const verified = await isCustomersAddress(desk.db, ticketId, writer.address)
  try {
    const ticket = await desk.perform('ticket.receive', { ...input, ticketId, verified, from: writer.address }, by)
    return String(ticket.id)
  } catch (error) {
    if (error instanceof Problem && (error.status === 409 || error.status === 404)) return undefined
    throw error
  }
}

/** Somebody outside, by the name that they gave; what a channel brings may be put on any ticket. */
function byOf(desk: Desk, { row, writer }: Letter): By {
  const caller: Caller = {
    actor: { kind: 'outside', id: null, name: writer.name || writer.address },
    locale: desk.config.locale,
    zone: desk.config.timezone,
    grants: everything,
    me: { id: null },
    sessionId: row.id,
    mustChangePassword: false,
    ip: '',
  }
  return { caller, idempotencyKey: `mail:${row.id}`, requestId: row.id }
}

/** After a crash: what an earlier try has done already, though it did not come to write it down. */
async function saidBefore(desk: Desk, row: MailRow, { caller }: By): Promise<Verdict | undefined> {
  if (row.tries === 1) return undefined
  const done = await desk.db
    .selectFrom('idempotency')
    .select('result_id')
    .where('actor', '=', `outside:${caller.actor.name}`)
    .where('verb', 'in', ['ticket.open', 'ticket.receive'])
    .where('key', '=', `mail:${row.id}`)
    .executeTakeFirst()
  if (done) return said(desk, row, done.result_id)
  // The keys are forgotten after two days. That a mail waits so long is rare enough to look through all messages.
  if (desk.clock().getTime() - row.received_at.getTime() < day) return undefined
  const message = await desk.db
    .selectFrom('messages')
    .select('ticket_id')
    .where('source_id', '=', row.id)
    .executeTakeFirst()
  return message && said(desk, row, message.ticket_id)
}

/** The message that the mail became tells the rest: the first one on its ticket has opened it. */
async function said(desk: Desk, row: MailRow, ticketId: string): Promise<Verdict> {
  const message = await desk.db
    .selectFrom('messages')
    .select(['id', 'seq'])
    .where('ticket_id', '=', ticketId)
    .where('source_id', '=', row.id)
    .executeTakeFirstOrThrow()
  return { outcome: message.seq === 1 ? 'opened' : 'appended', ticketId, messageId: message.id }
}

const mostSubject = 200
const mostBody = 100_000

/** Every ticket has a subject and a message has words, whatever was left out; what was cut from the subject is told first. */
function wordsOf({ config: { locale } }: Desk, { mail }: Letter): { subject: string; body: string } {
  const text = mail.text || problemText(locale, 'mail', 'noBody', {})
  const firstLine = mail.text
    .split('\n')
    .find(line => line.trim() !== '')
    ?.trim()
  const subject = mail.subject || firstLine || problemText(locale, 'mail', 'noSubject', {})
  const isLong = subject.length > mostSubject && mail.subject !== ''
  return { subject: shorten(subject, mostSubject), body: isLong ? cleanLines(`${subject}\n\n${text}`, mostBody) : text }
}

const day = 86_400_000

/** When it was written, as far as its clock can be right; else when it came. */
function submittedAt({ row, mail: { date } }: Letter): Date {
  const came = row.received_at.getTime()
  return date && date.getTime() <= came + 300_000 && date.getTime() > came - 14 * day ? date : row.received_at
}
