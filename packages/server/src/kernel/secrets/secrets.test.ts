import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { type Database, openDatabase } from '../db.ts'
import { Draft } from '../draft.ts'
import { newId } from '../ids.ts'
import { save } from '../save.ts'
import { loadSchema } from '../schema.ts'
import { withoutTransaction } from '../transaction.ts'
import { newSecretKey, type SecretKey, writtenKey } from './keys.ts'
import { openSecrets, type Secrets } from './secrets.ts'

let database: TestDatabase
let opened: Database
let folders: string[]
let said: string[]
beforeEach(async () => {
  database = await freshDatabase()
  opened = openDatabase({ connectionString: database.connectionString, max: 4 }, () => {})
  folders = []
  said = []
})
afterEach(async () => {
  await opened.close()
  await database.drop()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

const folder = async (): Promise<string> => {
  const made = await mkdtemp(path.join(os.tmpdir(), 'baton-secrets-'))
  folders.push(made)
  return made
}

/** One process, with the keys of its environment or those of its data folder. */
const process = (dataDir: string, given?: readonly SecretKey[]): Secrets => {
  const stream = { write: (line: string) => void said.push(line) }
  const log = pino({ level: 'info' }, stream)
  return openSecrets({ db: opened.db, dataDir, given, log, clock: () => new Date() })
}

async function keep(secrets: Secrets, ownerId: string, texts: Record<string, string | null>): Promise<void> {
  const draft = new Draft()
  draft.apply(await secrets.keep(ownerId, texts))
  const tx = withoutTransaction(opened.pool, opened.db, await loadSchema(opened.db))
  const stamp = { at: new Date(), actorKind: 'system', actorId: null, actorName: '', verb: 't', causeSeq: null }
  await save(tx, draft, { ...stamp, depth: 0, requestId: null })
}

const token = 'https://qyapi.example.com/send?key=vEryS3cret-4d5e6f70-tail'

test('what is kept is read again, also by the next process on the same folder', async () => {
  const home = await folder()
  const owner = newId()
  await keep(process(home), owner, { webhook: token, secret: '密语' })
  expect(await process(home).of(owner)).toEqual({ webhook: token, secret: '密语' })
  await keep(process(home), owner, { webhook: 'another', secret: null })
  expect(await process(home).of(owner)).toEqual({ webhook: 'another' })
  expect(await process(home).of(newId())).toEqual({})
  const file = path.join(home, 'secret.key')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('nothing of it can be read in the database, nor the key', async () => {
  const home = await folder()
  await keep(process(home), newId(), { webhook: token })
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public'`.execute(opened.db)
  let dump = ''
  for (const { name } of tables) {
    const { rows } = await sql`select to_jsonb(x)::text as row from ${sql.table(name)} x`.execute(opened.db)
    dump += JSON.stringify(rows)
  }
  expect(dump).toContain('webhook')
  expect(dump).not.toContain(token)
  expect(dump).not.toContain('vEryS3cret')
  expect(dump).not.toContain(Buffer.from(token).toString('base64url').slice(4, 30))
  const key = (await readFile(path.join(home, 'secret.key'), 'utf8')).trim().split(':')[1] ?? ''
  expect(key.length).toBeGreaterThan(40)
  expect(dump).not.toContain(key)
  expect(said.join('')).not.toContain('vEryS3cret')
})

test('two processes that begin at once agree on one key', async () => {
  const home = await folder()
  const owners = Array.from({ length: 6 }, newId)
  await Promise.all(owners.map(owner => keep(process(home), owner, { word: owner })))
  const reader = process(home)
  for (const owner of owners) expect(await reader.of(owner)).toEqual({ word: owner })
  expect(await opened.db.selectFrom('secret_keys').select('id').execute()).toHaveLength(1)
})

test('a process without the key says so, keeps nothing, and reads nothing', async () => {
  const owner = newId()
  await keep(process(await folder()), owner, { word: 'w' })
  const stranger = process(await folder())
  await expect(stranger.of(owner)).rejects.toThrow(/BATON_SECRET_KEY/)
  await expect(stranger.keep(newId(), { word: 'x' })).rejects.toMatchObject({ status: 409, code: 'secret.keyMissing' })
  await stranger.check([])
  expect(said.join('')).toMatch(/is not here/)
})

test('a key of the same name that is another one is told apart', async () => {
  const key = newSecretKey()
  const owner = newId()
  await keep(process('', [key]), owner, { word: 'w' })
  const wrong = process('', [{ ...newSecretKey(), id: key.id }])
  await expect(wrong.check([])).rejects.toThrow(/is not the one/)
  await expect(wrong.of(owner)).rejects.toThrow(/is not the one/)
  const home = await folder()
  await writeFile(path.join(home, 'secret.key'), 'nonsense')
  await expect(process(home).check([])).rejects.toThrow(/holds no key/)
})

test('a new key takes over: everything is encrypted anew, and the old one may go', async () => {
  const [old, fresh] = [newSecretKey(), newSecretKey()]
  const owner = newId()
  await keep(process('', [old]), owner, { word: 'kept', other: 'too' })
  // First everybody learns the new key, then it comes first.
  await process('', [old, fresh]).check([])
  const turned = process('', [fresh, old])
  expect(await turned.of(owner)).toEqual({ word: 'kept', other: 'too' })
  await turned.check([])
  const rows = await opened.db.selectFrom('secrets').select('key_id').execute()
  expect(rows.map(row => row.key_id)).toEqual([fresh.id, fresh.id])
  expect(await process('', [fresh]).of(owner)).toEqual({ word: 'kept', other: 'too' })
  await expect(process('', [old]).of(owner)).rejects.toThrow(/is not here/)
})

test('by file as well: the first line encrypts', async () => {
  const home = await folder()
  const owner = newId()
  await keep(process(home), owner, { word: 'w' })
  const before = await readFile(path.join(home, 'secret.key'), 'utf8')
  const fresh = newSecretKey()
  await writeFile(path.join(home, 'secret.key'), `${writtenKey(fresh)}\n${before}`)
  await process(home).check([])
  await writeFile(path.join(home, 'secret.key'), writtenKey(fresh))
  expect(await process(home).of(owner)).toEqual({ word: 'w' })
})

test('what a lost key has encrypted is forgotten when the operator says so', async () => {
  const [lost, fresh] = [newSecretKey(), newSecretKey()]
  const owner = newId()
  await keep(process('', [lost]), owner, { word: 'w' })
  const now = process('', [fresh])
  await now.check([lost.id])
  expect(await now.of(owner)).toEqual({})
  await keep(now, owner, { word: 'again' })
  expect(await now.of(owner)).toEqual({ word: 'again' })
})

test('moved to another record it does not open', async () => {
  const secrets = process('', [newSecretKey()])
  const [owner, thief] = [newId(), newId()]
  await keep(secrets, owner, { word: 'w' })
  await opened.db.updateTable('secrets').set({ owner_id: thief }).execute()
  await expect(secrets.of(thief)).rejects.toThrow(/damaged/)
})
