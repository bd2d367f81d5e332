import type pg from 'pg'
import type { Logger } from 'pino'

/**
 * Work that only one living process may have in hand, over any number of processes: a lease is a lock that the database
 * frees by itself when the process is gone. All leases of a process hang on one connection of its own.
 */
export interface Leases {
  /** Takes the lease, or answers undefined when somebody living has it. */
  take(key: string): Promise<Release | undefined>
  close(): Promise<void>
}

export type Release = () => Promise<void>

export function openLeases(pool: pg.Pool, log: Logger): Leases {
  const held = new Set<string>()
  let connection: Promise<pg.PoolClient> | undefined
  let closed = false

  const connect = async () => {
    const client = await pool.connect()
    client.once('error', error => {
      if (closed) return
      log.warn({ err: error }, 'the connection that holds the leases was lost')
      connection = undefined
      client.release(true)
    })
    return client
  }
  // One connection answers one question at a time.
  let before: Promise<unknown> = Promise.resolve()
  const ask = (statement: string, key: string): Promise<boolean> => {
    const asking = before.then(() => askNow(statement, key))
    before = asking.catch(() => undefined)
    return asking
  }
  const askNow = async (statement: string, key: string): Promise<boolean> => {
    connection ??= connect().catch((error: unknown) => {
      connection = undefined
      throw error
    })
    const { rows } = await (await connection).query<{ done: boolean }>(statement, [key])
    return rows[0]?.done ?? false
  }
  const release = async (key: string) => {
    held.delete(key)
    // Had the connection gone, the database would have freed it already.
    if (connection) await ask(unlock, key).catch(() => false)
  }

  return {
    async take(key) {
      // The database would let one session take its own lock twice.
      if (held.has(key)) return undefined
      held.add(key)
      const taken = await ask(lock, key).catch((error: unknown) => {
        held.delete(key)
        throw error
      })
      if (taken) return () => release(key)
      held.delete(key)
      return undefined
    },
    async close() {
      closed = true
      const client = await connection?.catch(() => undefined)
      connection = undefined
      client?.release(true)
    },
  }
}

const lock = 'select pg_try_advisory_lock(hashtextextended($1, 8172603)) as done'
const unlock = 'select pg_advisory_unlock(hashtextextended($1, 8172603)) as done'
