import { sql } from 'kysely'
import type { Buckets } from '../../kernel/buckets.ts'
import type { Desk } from '../../kernel/desk.ts'
import { type Mailboxes, mailboxes } from '../../records/mailboxes/index.ts'
import { claimedBy, domainsOf, idInMessageId, isNotice } from './addresses.ts'
import { placeOf, waitsForAnother } from './belongs.ts'
import { hearReport } from './bounce.ts'
import { duplicateOf } from './duplicate.ts'
import type { Verdict } from './outcome.ts'
import type { Address } from './read/addresses.ts'
import type { Reader } from './read/reader.ts'
import type { Reading } from './read/reading.ts'
import { say } from './say.ts'
import type { MailRow } from './tables.ts'

export interface Handling {
  desk: Desk
  reader: Reader
  /** How many mails one sender may write in a short time. */
  senders: Buckets
}

/** Another mail must find its place first. */
export const later = Symbol('later')

/** Finds out what a mail is and does what follows from it. Answers its one outcome, or `later`. */
export async function handle({ desk, reader, senders }: Handling, row: MailRow): Promise<Verdict | typeof later> {
  const boxes = (await desk.configuration.current()).of(mailboxes)
  const raw = await bytesOf(desk, row)
  const mail = await reader.read(raw, { from: row.envelope_from, domains: domainsOf(boxes) })
  const addresses = [...row.envelope_to, ...mail.to.map(({ address }) => address)]
  const writer = writerOf(mail, row, boxes)

  if (!row.wanted) {
    const twin = await duplicateOf(desk, row, raw)
    if (twin) return { outcome: 'duplicate', why: `the same as ${twin}` }
    if (await isOurs(desk, mail)) return { outcome: 'loop', why: 'our own mail came back' }
    if (mail.references.some(isNotice)) return { outcome: 'loop', why: 'it answers a notification to a colleague' }
    if (mail.writer.kind === 'report') return hearReport(desk, mail.writer.report, addresses)
  }
  const clues = { addresses, references: mail.references }
  if (await waitsForAnother(desk.db, mail.references, row)) return later
  const place = await placeOf(desk.db, clues, desk.clock())
  const machine = row.wanted ? undefined : await machineOf(desk, mail, place?.deliveryId ?? null)
  if (machine && !place) return { outcome: 'automatic', why: machine }
  if (!writer) return { outcome: 'quarantined', why: 'nobody to answer: it has no sender' }
  if (!row.wanted && boxes.all.some(box => !box.archived && box.address === writer.address))
    return { outcome: 'loop', why: 'it calls itself one of our mailboxes' }
  if (!row.wanted && !place && isFlood(senders, writer.address, desk))
    return { outcome: 'loop', why: 'too many mails from this sender in a short time' }
  const mailboxId = (claimedBy(boxes, addresses) ?? boxes.default).id
  const verdict = await say(desk, { row, mail, writer, mailboxId }, place, machine !== undefined)
  return { ...(machine && { why: machine }), ...verdict }
}

async function bytesOf(desk: Desk, row: MailRow): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of desk.files.open(row.storage_key)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/**
 * Who is to be answered. A form on a web site writes in our own name, or in nobody's, and names the customer as the one
 * to reply to.
 */
function writerOf({ from, replyTo }: Reading, row: MailRow, boxes: Mailboxes): Address | undefined {
  const isNobody =
    !from || boxes.byAddress(from.address) !== undefined || /^(no-?reply|do-?not-?reply)[@+]/.test(from.address)
  if (isNobody && replyTo && !boxes.byAddress(replyTo.address)) return replyTo
  if (from) return from
  return row.envelope_from.includes('@') ? { name: '', address: row.envelope_from.toLowerCase() } : undefined
}

/** A mail that we sent, come back to us: it bears our mark, or our name for it. */
async function isOurs({ db }: Desk, { deskMark, messageId }: Reading): Promise<boolean> {
  const ids = [idInMessageId(`${deskMark}@`), messageId && idInMessageId(messageId)].filter(
    id => typeof id === 'string',
  )
  if (ids.length === 0) return false
  const { rows } = await sql`
    select 1 from deliveries where id = any(${ids}::uuid[])
    union all select 1 from messages where id = any(${ids}::uuid[]) and kind = 'reply' limit 1`.execute(db)
  return rows.length > 0
}

const atOnce = 120_000

/** Why a machine wrote it. A subject alone proves nothing, unless it answers us faster than people do. */
async function machineOf(desk: Desk, mail: Reading, deliveryId: string | null): Promise<string | undefined> {
  if (mail.writer.kind === 'machine') return mail.writer.why
  if (!mail.looksAutomatic || !deliveryId) return undefined
  const sent = await desk.db.selectFrom('deliveries').select('sent_at').where('id', '=', deliveryId).executeTakeFirst()
  const isQuick = sent?.sent_at && desk.clock().getTime() - sent.sent_at.getTime() < atOnce
  return isQuick ? 'it calls itself an automatic answer, and came at once' : undefined
}

function isFlood(senders: Buckets, address: string, desk: Desk): boolean {
  const now = desk.clock().getTime()
  if (senders.wait(address, now) > 0) return true
  senders.take(address, now)
  return false
}
