import { mkdir, open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import type { Db } from '../db.ts'
import { newSecretKey, readSecretKeys, type SecretKey, seal, unseal, writtenKey } from './keys.ts'

declare module '../db.ts' {
  interface Tables {
    secret_keys: { id: string; proof: string; created_at: Date }
  }
}

/** The operator has to do something about the keys; the sentence says what. */
export class SecretKeyError extends Error {
  override name = 'SecretKeyError'
}

export interface RingPlace {
  db: Db
  dataDir: string
  /** From the environment; then there is no file. */
  given: readonly SecretKey[] | undefined
}

/**
 * The keys of this process, the first one for what is new; undefined when there is none and `make` does not ask for one.
 * A key is made only where the database knows of none: otherwise this process would encrypt what no other can read.
 */
export async function loadRing(place: RingPlace, make: boolean): Promise<readonly SecretKey[] | undefined> {
  const keys = place.given ?? (await fromFile(place.dataDir)) ?? (make ? await firstKey(place) : undefined)
  if (keys) await proveAll(place, keys)
  return keys
}

const fileOf = (dataDir: string): string => path.join(dataDir, 'secret.key')

async function fromFile(dataDir: string): Promise<SecretKey[] | undefined> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const keys = readSecretKeys(text)
  if (!keys)
    throw new SecretKeyError(`${fileOf(dataDir)} holds no key as id:key, 32 bytes in base64. Put the right file back.`)
  return keys
}

/** One process at a time; whoever comes second finds the key of the first, in the folder or in the database. */
async function firstKey({ db, dataDir }: RingPlace): Promise<readonly SecretKey[]> {
  return db.transaction().execute(async tx => {
    await sql`select pg_advisory_xact_lock(${keysLock})`.execute(tx)
    const made = await fromFile(dataDir)
    if (made) return made
    const known = await tx.selectFrom('secret_keys').select('id').execute()
    if (known.length > 0) throw new SecretKeyError(missing(known.map(({ id }) => id)))
    const key = newSecretKey()
    await writeKey(dataDir, key)
    await tx
      .insertInto('secret_keys')
      .values({ id: key.id, proof: proofOf(key), created_at: new Date() })
      .execute()
    return [key]
  })
}

/** Any number, as long as every Baton takes the same. */
const keysLock = 8_172_604

export const missing = (ids: readonly string[]): string =>
  `The secrets in this database are encrypted with the key ${ids.join(', ')}, which is not here. Set BATON_SECRET_KEY as the other processes have it, or copy secret.key from the data folder of the process that made it. If it is lost for good, start once with BATON_FORGET_SECRETS=${ids.join(',')} and enter the secrets again.`

/** Only its owner may read it, and a power cut takes it no more than what it encrypts. */
async function writeKey(dataDir: string, key: SecretKey): Promise<void> {
  await mkdir(dataDir, { recursive: true })
  const file = await open(fileOf(dataDir), 'wx', 0o600)
  try {
    await file.writeFile(`${writtenKey(key)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

const proofOf = (key: SecretKey): string => seal(key, key.id, provingPlace)
const provingPlace = 'proof'

/** A key of the same name that is another one would look like damage; here it is told apart. */
async function proveAll({ db, given, dataDir }: RingPlace, keys: readonly SecretKey[]): Promise<void> {
  const known = await db.selectFrom('secret_keys').selectAll().execute()
  for (const key of keys) {
    const proof = known.find(({ id }) => id === key.id)?.proof
    if (proof === undefined) {
      const row = { id: key.id, proof: proofOf(key), created_at: new Date() }
      await db
        .insertInto('secret_keys')
        .values(row)
        .onConflict(on => on.doNothing())
        .execute()
    } else if (unseal(key, proof, provingPlace) !== key.id) {
      const where = given ? 'BATON_SECRET_KEY' : fileOf(dataDir)
      throw new SecretKeyError(
        `The key ${key.id} in ${where} is not the one with which this database was encrypted. Put the right one back.`,
      )
    }
  }
}
