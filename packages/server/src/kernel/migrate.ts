import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { connectWithRetry } from './postgres/index.ts'

export class MigrationError extends Error {
  override name = 'MigrationError'
}

export interface MigrateOptions {
  log?: { info(message: string): void; warn(message: string): void }
  /** Where the files NNNN-name.sql are; the server's own by default. */
  folder?: string
  /** How long to wait for a database that is not up yet, in milliseconds. */
  patience?: number
}

/**
 * Brings the database to this code's state: every file of `migrations/` that it has not seen, in order, each in a
 * transaction of its own. Several processes may do so at once; each file runs once. Answers the names of the files run
 * by us. Throws MigrationError when an applied file was edited, or the database is newer than the code.
 */
export async function migrate(database: string | pg.Pool, options: MigrateOptions = {}): Promise<string[]> {
  const files = await readMigrations(options.folder ?? path.resolve(import.meta.dirname, '../../migrations'))
  if (typeof database !== 'string') {
    const client = await database.connect()
    return runPending(client, files, options).finally(() => client.release())
  }
  const client = await connectWithRetry(database, options)
  return runPending(client, files, options).finally(() => client.end())
}

async function runPending(client: Session, files: readonly Migration[], { log }: MigrateOptions): Promise<string[]> {
  await checkServer(client)
  const ran: string[] = []
  while (pending(files, await appliedTo(client)).length) {
    const name = await applyNext(client, files)
    if (!name) continue
    ran.push(name)
    log?.info(`Migrated the database: ${name}`)
  }
  return ran
}

interface Migration {
  readonly name: string
  readonly text: string
  readonly checksum: string
}

type Applied = ReadonlyMap<string, string>
type Session = pg.ClientBase

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  const numbers = new Map<string, string>()
  for (const name of names) {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]
    if (!number) throw new MigrationError(`The migration ${name} must be called NNNN-name.sql, in small letters`)
    const twin = numbers.get(number)
    if (twin) throw new MigrationError(`The migrations ${twin} and ${name} have the same number`)
    numbers.set(number, name)
  }
  return Promise.all(
    names.map(async name => {
      // A checkout on Windows may have changed the line ends; that is no edit.
      const text = (await readFile(path.join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** The files still to run; throws when what was run is not what we have. */
function pending(files: readonly Migration[], applied: Applied): Migration[] {
  const known = new Map(files.map(file => [file.name, file]))
  const order = (a: string, b: string) => (a < b ? -1 : 1)
  const foreign = [...applied.keys()].filter(name => !known.has(name)).sort(order)
  if (foreign.length) {
    throw new MigrationError(
      `The database is newer than this Baton: it has been migrated by ${foreign.join(', ')}, which this version does not know. Start the newer version, or restore a backup made before.`,
    )
  }
  const edited = files.find(file => applied.has(file.name) && applied.get(file.name) !== file.checksum)
  if (edited) {
    throw new MigrationError(
      `The migration ${edited.name} was edited after it had been applied to this database. Put it back as it was, and write a new migration for the change.`,
    )
  }
  const last = [...applied.keys()].sort(order).at(-1) ?? ''
  const left = files.filter(file => !applied.has(file.name))
  const late = left.find(file => file.name < last)
  if (late) {
    throw new MigrationError(
      `The migration ${late.name} comes before ${last}, which was already applied to this database. Give it a later number.`,
    )
  }
  return left
}

async function appliedTo(client: Session): Promise<Applied> {
  const { rows: there } = await client.query<{ there: boolean }>(
    `select to_regclass('migrations') is not null as there`,
  )
  if (!there[0]?.there) return new Map()
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from migrations')
  return new Map(rows.map(row => [row.name, row.checksum]))
}

/** Any number, as long as every Baton takes the same. */
const migrationLock = 8_172_602

/** Runs the next file under the lock, unless another process did meanwhile. The lock lives as long as the transaction, so a pooler between us does no harm. */
async function applyNext(client: Session, files: readonly Migration[]): Promise<string | undefined> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
    await client.query(
      `create table if not exists migrations (
         name text primary key,
         checksum text not null,
         applied_at timestamptz not null default now()
       )`,
    )
    const next = pending(files, await appliedTo(client))[0]
    if (next) {
      await run(client, next)
      await client.query('insert into migrations (name, checksum) values ($1, $2)', [next.name, next.checksum])
    }
    await client.query('commit')
    return next?.name
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function run(client: Session, { name, text }: Migration): Promise<void> {
  try {
    await client.query(text)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    const at = error.position ? `, line ${text.slice(0, Number(error.position) - 1).split('\n').length}` : ''
    const more = [error.detail, error.hint].filter(Boolean).join(' ')
    throw new MigrationError(`The migration ${name} failed${at}: ${error.message}${more && ` (${more})`}`, {
      cause: error,
    })
  }
}

async function checkServer(client: Session): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string; encoding: string; name: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
            current_database() as name,
            current_setting('server_encoding') as encoding`,
  )
  const server = rows[0]
  if (!server) throw new MigrationError('The database does not say its version')
  if (server.number < 150_000) {
    throw new MigrationError(`The database ${server.name} is PostgreSQL ${server.version}; Baton needs 15 or newer`)
  }
  if (server.encoding !== 'UTF8') {
    throw new MigrationError(`The database ${server.name} keeps text as ${server.encoding}; Baton needs UTF8`)
  }
}
