import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'

declare module '../../kernel/db.ts' {
  interface Tables {
    portal_codes: {
      id: string
      ticket_id: string
      hash: string
      tries: number
      used_at: Date | null
      expires_at: Date
      created_at: Date
    }
  }
}

export const codeMinutes = 10
/** Of one code; after that it is worth nothing. */
const mostTries = 5
/** For one ticket. */
const mostAnHour = 5

/**
 * A code of six digits for a ticket, written down as a hash; the ones before are worth nothing any more. Undefined when
 * the ticket has had enough of them for now.
 */
export async function issueCode(db: Db, ticketId: string, now: Date): Promise<string | undefined> {
  if (await hasManyCodes(db, ticketId, now)) return undefined
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await sql`delete from portal_codes where expires_at < ${new Date(now.getTime() - 3_600_000)}`.execute(db)
  await sql`update portal_codes set used_at = ${now} where ticket_id = ${ticketId} and used_at is null`.execute(db)
  await db
    .insertInto('portal_codes')
    .values({
      id: newId(),
      ticket_id: ticketId,
      hash: hash(ticketId, code).toString('base64url'),
      tries: 0,
      used_at: null,
      expires_at: new Date(now.getTime() + codeMinutes * 60_000),
      created_at: now,
    })
    .execute()
  return code
}

/** Whether this ticket has had enough codes for now. */
export async function hasManyCodes(db: Db, ticketId: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from portal_codes
    where ticket_id = ${ticketId} and created_at > ${new Date(now.getTime() - 3_600_000)}`.execute(db)
  return (rows[0]?.n ?? 0) >= mostAnHour
}

/** The ticket of this number when the code is its; undefined for a wrong code, an old one, a used one, and an unknown number. */
export async function redeemCode(db: Db, number: string, code: string, now: Date): Promise<string | undefined> {
  const { rows } = await sql<{ id: string; ticket_id: string; hash: string }>`
    update portal_codes set tries = tries + 1
    where id = (
      select c.id from portal_codes c join tickets t on t.id = c.ticket_id
      where t.number = ${number.toUpperCase()} and c.used_at is null and c.expires_at > ${now} and c.tries < ${mostTries}
      order by c.created_at desc limit 1)
    and tries < ${mostTries}
    returning id, ticket_id, hash`.execute(db)
  const [row] = rows
  if (!row || !isRight(row, code)) return undefined
  const used = await db
    .updateTable('portal_codes')
    .set({ used_at: now })
    .where('id', '=', row.id)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return used && row.ticket_id
}

function isRight({ ticket_id, hash: kept }: { ticket_id: string; hash: string }, code: string): boolean {
  const right = Buffer.from(kept, 'base64url')
  const given = hash(ticket_id, code.replace(/\s/g, ''))
  return right.length === given.length && timingSafeEqual(right, given)
}

const hash = (ticketId: string, code: string): Buffer => createHash('sha256').update(`${ticketId}:${code}`).digest()
