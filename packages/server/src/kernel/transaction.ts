import { Kysely, type KyselyConfig, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Db, Tables } from './db.ts'
import type { Schema } from './schema.ts'

/** A connection, or the pool itself. */
export type Runs = Pick<pg.PoolClient, 'query'>

export interface Transaction {
  db: Db
  client: Runs
  /** Each statement is a transaction of its own. */
  alone: boolean
  schema: Schema
  /** The configuration's version when the transaction began. */
  version: number
  /** Calls `then` when the transaction is committed, and never when it is not. */
  afterCommit(then: () => void): void
}

interface HasPool {
  pool: pg.Pool
  schema: Schema
}

/** Runs `work` in one transaction on one connection; commits when it returns, rolls back when it throws. */
export const inTransaction = <T>(desk: HasPool, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  transact(desk, 'begin; select version from configuration', work)

/**
 * The same without waiting for the disk at the commit: for work that is simply done again when a crash takes it back.
 * What others commit after it is on the disk no earlier than it.
 */
export const inLazyTransaction = <T>(desk: HasPool, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  transact(desk, 'begin; set local synchronous_commit = off; select version from configuration', work)

async function transact<T>(
  { pool, schema }: HasPool,
  beginning: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  const afterwards: (() => void)[] = []
  let broken: Error | undefined
  try {
    const version = await begin(client, beginning)
    const result = await work({
      ...onClient(client),
      alone: false,
      schema,
      version,
      afterCommit: then => void afterwards.push(then),
    })
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
async function begin(client: pg.PoolClient, text: string): Promise<number> {
  const results = (await client.query(text)) as unknown as pg.QueryResult[]
  return Number(results.at(-1)?.rows[0]?.version ?? 0)
}

/** Kysely bound to one checked-out connection, so that typed queries and the save statement share a transaction. */
function onClient(client: pg.PoolClient): Pick<Transaction, 'db' | 'client'> {
  const borrowed = {
    connect: async () => ({ query: client.query.bind(client), release: () => {} }),
    end: async () => {},
  }
  const config: KyselyConfig = { dialect: new PostgresDialect({ pool: borrowed as never }) }
  return { db: new Kysely<Tables>(config), client }
}

/** Each statement its own transaction: for verbs that lock nothing. */
export const withoutTransaction = (pool: pg.Pool, db: Db, schema: Schema): Transaction => ({
  db,
  schema,
  client: pool as unknown as Runs,
  alone: true,
  version: 0,
  // Each statement is committed when it is done.
  afterCommit: then => then(),
})
