import { Kysely, type KyselyConfig, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Db, Tables } from './db.ts'
import type { Runs } from './save.ts'

export interface Transaction {
  db: Db
  client: Runs
  /** The configuration's version when the transaction began. */
  version: number
  /** Calls `then` when the transaction is committed, and never when it is not. */
  afterCommit(then: () => void): void
}

interface HasPool {
  pool: pg.Pool
}

/** Runs `work` in one transaction on one connection; commits when it returns, rolls back when it throws. */
export async function inTransaction<T>({ pool }: HasPool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const afterwards: (() => void)[] = []
  let broken: Error | undefined
  try {
    const version = await begin(client)
    const result = await work({ ...onClient(client), version, afterCommit: then => void afterwards.push(then) })
    await client.query('commit')
    for (const then of afterwards) then()
    return result
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Begins and asks for the configuration's version in one round trip. */
async function begin(client: pg.PoolClient): Promise<number> {
  const results = (await client.query('begin; select version from configuration')) as unknown as pg.QueryResult[]
  return Number(results[1]?.rows[0]?.version ?? 0)
}

/** Kysely bound to one checked-out connection, so that typed queries and the save statement share a transaction. */
function onClient(client: pg.PoolClient): Pick<Transaction, 'db' | 'client'> {
  const borrowed = { connect: async () => ({ query: client.query.bind(client), release: () => {} }), end: async () => {} }
  const config: KyselyConfig = { dialect: new PostgresDialect({ pool: borrowed as never }) }
  return { db: new Kysely<Tables>(config), client }
}

/** Each statement its own transaction: for verbs that lock nothing. */
export const withoutTransaction = (pool: pg.Pool, db: Db): Transaction => ({
  db,
  client: pool as unknown as Runs,
  version: 0,
  // Each statement is committed when it is done.
  afterCommit: then => then(),
})
