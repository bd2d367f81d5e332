import { createHash } from 'node:crypto'
import type { Desk } from '../../kernel/desk.ts'
import { splitHead } from './read/header.ts'
import type { MailRow } from './tables.ts'

/**
 * The earlier mail of which this one is a copy: the same Message-ID and the same content, come twice because its sender
 * did not hear our answer, or by two roads, which only differ in the trace that they leave in the header. Undefined when
 * it is none; without a Message-ID nobody can tell.
 */
export async function duplicateOf(desk: Desk, row: MailRow, raw: Buffer): Promise<string | undefined> {
  if (!row.mail_id) return undefined
  const others = await desk.db
    .selectFrom('mails')
    .select(['id', 'sha256', 'storage_key', 'size'])
    .where('mail_id', '=', row.mail_id)
    .where('outcome', '<>', 'duplicate')
    .where(({ eb, refTuple, tuple }) => eb(refTuple('received_at', 'id'), '<', tuple(row.received_at, row.id)))
    .orderBy('received_at')
    .limit(5)
    .execute()
  const print = others.length > 0 ? printOf(raw) : ''
  for (const other of others) {
    if (other.sha256 === row.sha256) return other.id
    if (Math.abs(other.size - row.size) < mostTrace && printOf(await bytesOf(desk, other.storage_key)) === print)
      return other.id
  }
  return undefined
}

/** What the mail hosts on the way add to a header, in bytes. */
const mostTrace = 20_000

const printOf = (raw: Buffer): string => createHash('sha256').update(splitHead(raw).body).digest('base64url')

async function bytesOf(desk: Desk, key: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of desk.files.open(key)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
