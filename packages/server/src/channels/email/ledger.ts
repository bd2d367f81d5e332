import type { Readable } from 'node:stream'
import { Transform } from 'node:stream'
import type { Desk } from '../../kernel/desk.ts'
import { newId } from '../../kernel/ids.ts'
import { mailboxes } from '../../records/mailboxes/index.ts'
import { claimedBy } from './addresses.ts'
import { readAddresses } from './read/addresses.ts'
import { cleanLine } from './read/clean.ts'
import { readHead, splitHead } from './read/header.ts'
import { limits, readIds } from './read/mail.ts'
import { decodeWords } from './read/words.ts'

/** The largest mail that we take, in bytes. */
export const mostBytes = 35 * 1024 * 1024

export interface Envelope {
  from: string
  to: readonly string[]
}

/**
 * Takes a mail into the ledger: its bytes are on the disk and its row is committed when this answers, so its sender may
 * forget it. Answers its id; more than `mostBytes` is a 413.
 */
export async function acceptMail(desk: Desk, envelope: Envelope, bytes: Readable): Promise<string> {
  const head = keepHead(bytes)
  const { key, size, sha256 } = await desk.files.put(head.stream, mostBytes)
  try {
    const id = newId()
    const picture = await desk.configuration.current()
    const { from, subject, messageId } = glance(head.bytes())
    await desk.db
      .insertInto('mails')
      .values({
        id,
        mailbox_id: claimedBy(picture.of(mailboxes), envelope.to)?.id ?? null,
        envelope_from: cleanLine(envelope.from, 320),
        envelope_to: envelope.to.map(address => cleanLine(address, 320)),
        header_from: from,
        subject,
        mail_id: messageId,
        storage_key: key,
        size,
        sha256,
        outcome: 'pending',
        wanted: false,
        ticket_id: null,
        message_id: null,
        delivery_id: null,
        tries: 0,
        error: null,
        received_at: desk.clock(),
        settled_at: null,
      })
      .execute()
    return id
  } catch (error) {
    await desk.files.remove(key)
    throw error
  }
}

/** What the ledger shows of a mail, even of one that can never be read. */
function glance(head: Buffer) {
  const fields = readHead(splitHead(head).head)
  return {
    from: readAddresses(fields.get('from'))[0]?.address ?? null,
    subject: cleanLine(decodeWords(fields.get('subject')), limits.subject) || null,
    messageId: readIds(fields).messageId,
  }
}

const headSize = 64 * 1024

/** Lets a stream pass and keeps its beginning. */
function keepHead(source: Readable): { stream: Readable; bytes(): Buffer } {
  const kept: Buffer[] = []
  let size = 0
  const tap = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      if (size < headSize) kept.push(chunk)
      size += chunk.length
      next(null, chunk)
    },
  })
  source.once('error', error => tap.destroy(error))
  return { stream: source.pipe(tap), bytes: () => Buffer.concat(kept).subarray(0, headSize) }
}
