import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { Desk } from '../../kernel/desk.ts'
import { Draft } from '../../kernel/draft.ts'
import { newId } from '../../kernel/ids.ts'
import { save } from '../../kernel/save.ts'
import { tell } from '../../kernel/steps.ts'
import { inTransaction } from '../../kernel/transaction.ts'
import { mobileOf } from '../../records/sms/index.ts'
import type { Incoming } from './provider.ts'
import type { SmsReceivedRow } from './tables.ts'

/** Keeps what was written, each message once, and tells of it; what follows is for those who hear. */
export async function receive(desk: Desk, accountId: string, incoming: readonly Incoming[]): Promise<void> {
  for (const message of incoming) await receiveOne(desk, accountId, message)
  if (incoming.length > 0) desk.events.wake()
}

async function receiveOne(desk: Desk, accountId: string, message: Incoming): Promise<void> {
  const now = desk.clock()
  await inTransaction(desk, async tx => {
    const phone = mobileOf(message.phone) ?? clean(message.phone).slice(0, 60)
    const body = clean(message.text).slice(0, 10_000)
    const score = await scoreOf(tx.db, phone, body, now)
    const row: SmsReceivedRow = {
      id: newId(),
      account_id: accountId,
      key: message.key.slice(0, 200),
      phone,
      body,
      is_score: score !== null,
      ticket_id: null,
      sent_at: message.sentAt,
      received_at: now,
    }
    const added = await tx.db
      .insertInto('sms_received')
      .values(row)
      .onConflict(on => on.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) return
    const draft = new Draft()
    const text = body.length <= mostTold ? body : null
    draft.apply([
      tell('sms.received', row.id, row.id, { smsId: row.id, smsAccountId: accountId, from: phone, text, score }),
    ])
    await save(tx, draft, {
      at: now,
      actorKind: 'outside',
      actorId: null,
      actorName: phone,
      verb: 'sms.receive',
      causeSeq: null,
      depth: 0,
      requestId: null,
    })
  })
}

/** A word is told as it is; what is longer is words, which are kept in one place only. */
const mostTold = 20

const surveyedWithin = 3 * 86_400_000

/** A bare digit from 1 to 5 after a survey went to this number is an answer to it. */
async function scoreOf(db: Db, phone: string, body: string, now: Date): Promise<number | null> {
  const digit = body.normalize('NFKC').trim()
  if (!/^[1-5]$/.test(digit)) return null
  const since = new Date(now.getTime() - surveyedWithin)
  const { rows } = await sql`
    select 1 from deliveries where channel = 'sms' and recipient = ${phone} and purpose = 'survey'
      and created_at > ${since} and status in ('sending', 'sent', 'unknown') limit 1`.execute(db)
  return rows.length > 0 ? Number(digit) : null
}

/** Letters that PostgreSQL, JSON and a screen can all hold. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
