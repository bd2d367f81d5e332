import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { codeOf, EmbeddedPostgresError } from './error.ts'
import { findPostmaster } from './postmaster.ts'
import type { Address } from './settings.ts'

export const superuser = 'postgres'
export const desk = 'baton'

/** Any number, as long as every Baton takes the same: whoever holds this lock owns the data folder. */
const folderLock = 8_172_601

/** What became of asking a running server for the folder. */
export type Answer =
  | { readonly is: 'held'; readonly keeper: pg.Client; readonly version: string }
  | { readonly is: 'gone' | 'stranger' | 'deaf' }

/**
 * Connects to the server and takes the folder's lock, which our connection keeps and our death gives back.
 * `stranger`: it does not know our password. `deaf`: it runs and does not answer. Throws when another Baton owns it.
 */
export async function askFor(cluster: string, password: string, patience = 15_000): Promise<Answer> {
  const end = Date.now() + patience
  for (;;) {
    const running = findPostmaster(cluster)
    if (!running) return { is: 'gone' }
    if (running.ready) {
      const keeper = new pg.Client({ ...clientConfig(running.address, superuser, password), database: 'postgres' })
      keeper.on('error', () => {}) // its end is heard as `end`
      try {
        await keeper.connect()
        await lock(keeper, cluster)
        const { rows } = await keeper.query<{ server_version: string }>('show server_version')
        return { is: 'held', keeper, version: rows[0]?.server_version ?? '' }
      } catch (error) {
        await keeper.end().catch(() => {})
        if (error instanceof EmbeddedPostgresError) throw error
        if (codeOf(error)?.startsWith('28')) return { is: 'stranger' }
        if (Date.now() > end) return { is: 'deaf' }
      }
    } else if (Date.now() > end + 285_000) {
      // Replaying a long log after a power cut takes its time; five minutes without an end is a hang.
      return { is: 'deaf' }
    }
    await sleep(20)
  }
}

/** The desk's own role and database, made when they are missing. The role is no superuser, as on a foreign server. */
export async function ensureDesk(keeper: pg.Client, password: string): Promise<void> {
  const { rows } = await keeper.query<{ role: boolean; database: boolean }>(
    'select exists(select from pg_roles where rolname = $1) role, exists(select from pg_database where datname = $1) database',
    [desk],
  )
  if (!rows[0]?.role) {
    await keeper.query(`create role ${desk} login createdb password ${keeper.escapeLiteral(password)}`)
    await keeper.query(`grant pg_monitor, pg_signal_backend to ${desk}`)
  }
  if (!rows[0]?.database) await keeper.query(`create database ${desk} owner ${desk} template template0`)
}

export function clientConfig(address: Address, user: string, password: string): pg.ClientConfig {
  const place =
    'port' in address ? { host: '127.0.0.1', port: address.port } : { host: address.socketFolder, port: 5432 }
  const name = `baton keeper ${process.pid}`
  return { ...place, user, password, ssl: false, application_name: name, connectionTimeoutMillis: 5000 }
}

export function connectionString(address: Address, password: string): string {
  const login = `${desk}:${encodeURIComponent(password)}`
  if ('port' in address) return `postgresql://${login}@127.0.0.1:${address.port}/${desk}?sslmode=disable`
  const folder = encodeURIComponent(address.socketFolder)
  return `postgresql://${login}@localhost:5432/${desk}?host=${folder}&sslmode=disable`
}

async function lock(keeper: pg.Client, cluster: string): Promise<void> {
  // A Baton that was killed a moment ago gives its lock back when the server notices; a living one keeps it.
  const end = Date.now() + 2000
  for (;;) {
    const { rows } = await keeper.query<{ ours: boolean }>('select pg_try_advisory_lock($1) ours', [folderLock])
    if (rows[0]?.ours) return
    if (Date.now() > end) break
    await sleep(50)
  }
  const { rows } = await keeper.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and classid = 0 and objid = $1 and granted`,
    [folderLock],
  )
  const owner = rows[0]?.name.replace(/\D+/, '') ?? '?'
  throw new EmbeddedPostgresError(
    `Another Baton (process ${owner}) uses the database in ${cluster}. Stop it, or give this one another BATON_DATA. ` +
      'Several processes on one desk need a PostgreSQL of their own: set DATABASE_URL.',
  )
}
