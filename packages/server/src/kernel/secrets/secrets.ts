import type { Logger } from 'pino'
import type { Db } from '../db.ts'
import { Problem } from '../problems.ts'
import { put, type Step } from '../steps.ts'
import { type SecretKey, seal, unseal } from './keys.ts'
import { loadRing, missing, type RingPlace, SecretKeyError } from './ring.ts'

export interface SecretRow {
  owner_id: string
  name: string
  key_id: string
  sealed: string
  /** The last few letters of a long one, by which a person recognises it. */
  hint: string
  updated_at: Date
}

declare module '../db.ts' {
  interface Tables {
    secrets: SecretRow
  }
}

/** What somebody entrusts to the desk to be used and never to be shown: encrypted at rest, the key outside the database. */
export interface Secrets {
  /**
   * The steps that keep these texts as secrets of a record; null forgets one. For `prepare` of a verb. Throws a 409 when
   * the key is not here.
   */
  keep(ownerId: string, texts: Readonly<Record<string, string | null>>): Promise<Step[]>
  /** All secrets of a record, by name. For those who use them; nobody shows them. Throws a SecretKeyError. */
  of(ownerId: string): Promise<Readonly<Record<string, string>>>
  /**
   * For the start: forgets what is to be forgotten, encrypts anew what an older key has encrypted, and says when a key
   * is missing. Throws a SecretKeyError when a key is wrong.
   */
  check(forget: readonly string[]): Promise<void>
}

interface Place extends RingPlace {
  log: Logger
  clock(): Date
}

export function openSecrets(place: Place): Secrets {
  const { db, clock } = place
  let held: readonly SecretKey[] | undefined
  const ring = async (make: boolean): Promise<readonly SecretKey[]> => {
    held ??= await loadRing(place, make)
    return held ?? []
  }
  return {
    async keep(ownerId, texts) {
      const entries = Object.entries(texts)
      const forgotten = entries.filter(([, text]) => text === null).map(([name]) => name)
      const kept = entries.filter((entry): entry is [string, string] => entry[1] !== null)
      const key = kept.length > 0 ? await firstOf(ring(true), place) : undefined
      return [
        ...forgotten.map((name): Step => ({ do: 'remove', table: 'secrets', where: { owner_id: ownerId, name } })),
        ...(key
          ? kept.map(([name, text]) =>
              put('secrets', ['owner_id', 'name'], sealedRow(key, ownerId, name, text, clock())),
            )
          : []),
      ]
    },
    async of(ownerId) {
      const rows = await db.selectFrom('secrets').selectAll().where('owner_id', '=', ownerId).execute()
      const keys = rows.length > 0 ? await ring(false) : []
      return Object.fromEntries(rows.map(row => [row.name, opened(keys, row)]))
    },
    async check(forget) {
      await forgetKeys(db, forget)
      const keys = await ring(false)
      await renew(place, keys)
      const strange = await strangeKeys(db, keys)
      if (strange.length > 0) place.log.error(missing(strange))
    },
  }
}

/** The key for what is new. Throws a 409 when there is none that others could use too; what to do is in the log. */
async function firstOf(ring: Promise<readonly SecretKey[]>, { log }: Place): Promise<SecretKey> {
  const [key] = await ring.catch((error: unknown) => {
    if (!(error instanceof SecretKeyError)) throw error
    log.error(error.message)
    return []
  })
  if (!key) throw new Problem(409, 'secret.keyMissing')
  return key
}

const placeOf = (ownerId: string, name: string): string => `${ownerId}:${name}`

const sealedRow = (key: SecretKey, ownerId: string, name: string, text: string, now: Date): SecretRow => ({
  owner_id: ownerId,
  name,
  key_id: key.id,
  sealed: seal(key, text, placeOf(ownerId, name)),
  hint: hintOf(text),
  updated_at: now,
})

/** Of a short one nothing: four of eight letters would be half of it. */
export const hintOf = (text: string): string => (text.length >= 16 ? text.slice(-4) : '')

function opened(keys: readonly SecretKey[], { owner_id, name, key_id, sealed }: SecretRow): string {
  const key = keys.find(({ id }) => id === key_id)
  if (!key) throw new SecretKeyError(missing([key_id]))
  const text = unseal(key, sealed, placeOf(owner_id, name))
  if (text === undefined) throw new SecretKeyError(`The secret ${name} of ${owner_id} is damaged. Enter it again.`)
  return text
}

async function forgetKeys(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const among = [...ids]
  await db
    .deleteFrom('secrets')
    .where('key_id', '=', ({ fn, val }) => fn.any(val(among)))
    .execute()
  await db
    .deleteFrom('secret_keys')
    .where('id', '=', ({ fn, val }) => fn.any(val(among)))
    .execute()
}

/** What an older key has encrypted is encrypted with the first, unless somebody has changed it in between. */
async function renew({ db, clock }: Place, keys: readonly SecretKey[]): Promise<void> {
  const [first, ...older] = keys
  if (!first || older.length === 0) return
  const among = older.map(({ id }) => id)
  const rows = await db
    .selectFrom('secrets')
    .selectAll()
    .where('key_id', '=', ({ fn, val }) => fn.any(val(among)))
    .execute()
  for (const row of rows) {
    const key = keys.find(({ id }) => id === row.key_id)
    const text = key && unseal(key, row.sealed, placeOf(row.owner_id, row.name))
    // A damaged one is told of when somebody wants it; it must not keep the desk from starting.
    if (text === undefined) continue
    const fresh = sealedRow(first, row.owner_id, row.name, text, clock())
    await db
      .updateTable('secrets')
      .set({ key_id: fresh.key_id, sealed: fresh.sealed })
      .where('owner_id', '=', row.owner_id)
      .where('name', '=', row.name)
      .where('sealed', '=', row.sealed)
      .execute()
  }
}

async function strangeKeys(db: Db, keys: readonly SecretKey[]): Promise<string[]> {
  const used = await db.selectFrom('secrets').select('key_id').distinct().execute()
  return used.map(({ key_id }) => key_id).filter(id => !keys.some(key => key.id === id))
}
