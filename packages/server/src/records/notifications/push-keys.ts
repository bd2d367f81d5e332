import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import type { Db } from '../../kernel/db.ts'

/** The desk's name towards push services: browsers that subscribed know the public half, so it is made once and kept. */
export interface PushKeys {
  /** The point, uncompressed, base64url: what browsers ask for. */
  publicKey: string
  /** PKCS #8 in base64. */
  privateKey: string
}

const purpose = 'web-push'

export async function pushKeys(db: Db): Promise<PushKeys> {
  const kept = await stored(db)
  if (kept) return withPoint(kept)
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const fresh = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
  // Two processes may meet here: both go on with the one that was written first.
  await db
    .insertInto('signing_keys')
    .values({ purpose, key: fresh } as never)
    .onConflict(on => on.doNothing())
    .execute()
  return withPoint((await stored(db)) ?? fresh)
}

const stored = async (db: Db): Promise<string | undefined> =>
  (await db.selectFrom('signing_keys').select('key').where('purpose', '=', purpose).executeTakeFirst())?.key

function withPoint(privateKey: string): PushKeys {
  const key = createPublicKey(
    createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' }),
  )
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  return { publicKey: point.toString('base64url'), privateKey }
}
