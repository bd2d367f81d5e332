import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Db } from './db.ts'

declare module './db.ts' {
  interface Tables {
    signing_keys: { purpose: string; key: string; created_at: Date }
  }
}

/** Hands out facts that come back through strangers' hands: nobody can make or change one. */
export interface Signer {
  sign(fact: Record<string, unknown>): string
  /** The fact as it was signed; undefined when anything is wrong with the token. How old it may be is the caller's business. */
  open(token: string): Record<string, unknown> | undefined
}

/** The signer of a purpose: the same in every process, another one for every purpose. */
export async function signerFor(db: Db, purpose: string): Promise<Signer> {
  const fresh = randomBytes(32).toString('base64url')
  await db
    .insertInto('signing_keys')
    .values({ purpose, key: fresh } as never)
    .onConflict(on => on.doNothing())
    .execute()
  const { key } = await db
    .selectFrom('signing_keys')
    .select('key')
    .where('purpose', '=', purpose)
    .executeTakeFirstOrThrow()
  const sealOf = (body: string): Buffer => createHmac('sha256', key).update(`${purpose}.${body}`).digest()
  return {
    sign(fact) {
      const body = Buffer.from(JSON.stringify(fact)).toString('base64url')
      return `${body}.${sealOf(body).toString('base64url')}`
    },
    open(token) {
      const [body = '', seal = '', ...rest] = token.split('.')
      const given = Buffer.from(seal, 'base64url')
      const right = sealOf(body)
      if (rest.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return undefined
      return JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
    },
  }
}
