import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { codeOf, wordsOf } from './error.ts'
import type { Log } from './log.ts'

/** The database did not answer in time, or will never take us as we are. */
export class DatabaseUnreachable extends Error {
  override name = 'DatabaseUnreachable'
}

/** The time left open for a database that is starting beside us, in milliseconds. */
const usualPatience = 30_000
const oneTry = 10_000

/** Not there yet: worth waiting for. Anything else (a wrong password, no such database) will not mend itself. */
const passing = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'EPIPE',
  '57P03', // starting up or shutting down
  '57P01', // ended by an administrator
  '53300', // too many connections
])

/** Connects, waiting for a database that is not up yet. The caller ends the client. */
export async function connectWithRetry(
  connectionString: string,
  { log, patience = usualPatience }: { log?: Pick<Log, 'warn'>; patience?: number } = {},
): Promise<pg.Client> {
  const started = Date.now()
  let pause = 100
  let said = false
  for (;;) {
    const left = patience - (Date.now() - started)
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: Math.max(1000, Math.min(oneTry, left)) })
    try {
      await client.connect()
      return client
    } catch (error) {
      client.end().catch(() => {}) // it never opened; there is nothing to lose
      const where = `the database ${describeDatabase(connectionString)} (DATABASE_URL)`
      if (!isPassing(error)) throw new DatabaseUnreachable(`Cannot use ${where}: ${wordsOf(error)}`, { cause: error })
      if (Date.now() - started + pause > patience) {
        const waited = Math.round((Date.now() - started) / 1000)
        throw new DatabaseUnreachable(`Cannot reach ${where} after ${waited} s: ${wordsOf(error)}`, { cause: error })
      }
      if (!said) log?.warn(`Waiting for ${where}: ${wordsOf(error)}`)
      said = true
    }
    await sleep(pause)
    pause = Math.min(pause * 2, 2000)
  }
}

/** Host, port and database for people; never the password. */
export function describeDatabase(connectionString: string): string {
  try {
    const { host, port, database } = new pg.Client({ connectionString })
    return `${host}:${port}/${database}`
  } catch {
    return connectionString.replace(/^.*@|\?.*$/g, '')
  }
}

function isPassing(error: unknown): boolean {
  return passing.has(codeOf(error) ?? '') || /timeout|terminated unexpectedly/i.test(wordsOf(error))
}
