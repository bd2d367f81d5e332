import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from './db.ts'

declare module './db.ts' {
  interface Tables {
    tokens: {
      id: string
      purpose: string
      subject_id: string
      secret_hash: string
      expires_at: Date | null
      revoked_at: Date | null
      created_at: Date
    }
  }
}

interface Issue {
  /** A token of one purpose is worth nothing for another. */
  purpose: string
  subjectId: string
  days: number
  now: Date
}

const idLength = 10
const secretLength = 16
/** What a token looks like: small letters and digits, since it may stand in a mail address, whose case is lost on the way. */
export const tokenPattern = /^[a-z2-7]{26}$/

/** Makes a token for strangers' hands. Only its hash is kept, so nobody can read it out of the database. */
export async function issueToken(db: Db, { purpose, subjectId, days, now }: Issue): Promise<string> {
  const token = base32(randomBytes(17)).slice(0, idLength + secretLength)
  await db
    .insertInto('tokens')
    .values({
      id: token.slice(0, idLength),
      purpose,
      subject_id: subjectId,
      secret_hash: hash(token).toString('base64url'),
      expires_at: new Date(now.getTime() + days * 86_400_000),
      revoked_at: null,
      created_at: now,
    })
    .execute()
  return token
}

/** The subject of a token that is ours, of this purpose, and neither expired nor revoked; undefined for any other. */
export async function redeemToken(db: Db, purpose: string, token: string, now: Date): Promise<string | undefined> {
  const given = token.toLowerCase()
  if (!tokenPattern.test(given)) return undefined
  const row = await db.selectFrom('tokens').selectAll().where('id', '=', given.slice(0, idLength)).executeTakeFirst()
  if (!row || row.purpose !== purpose || row.revoked_at || (row.expires_at && row.expires_at <= now)) return undefined
  const kept = Buffer.from(row.secret_hash, 'base64url')
  const right = hash(given)
  return kept.length === right.length && timingSafeEqual(kept, right) ? row.subject_id : undefined
}

/** Forgets tokens that are past their time, a few thousand at once. */
export async function forgetOldTokens(db: Db, now: Date): Promise<void> {
  await sql`delete from tokens where id = any(array(select id from tokens where expires_at < ${now} limit 5000))`.execute(
    db,
  )
}

const hash = (token: string): Buffer => createHash('sha256').update(token).digest()

const letters = 'abcdefghijklmnopqrstuvwxyz234567'

function base32(bytes: Buffer): string {
  let bits = 0
  let value = 0
  let text = ''
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += letters[(value >> bits) & 31]
    }
    value &= (1 << bits) - 1
  }
  return text
}
