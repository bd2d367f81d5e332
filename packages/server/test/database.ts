import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { databaseAt } from './database-url.ts'

export interface TestDatabase {
  connectionString: string
  /** Ends what is still connected, and drops the database. */
  drop(): Promise<void>
}

/** A migrated, empty database of one's own, copied from the template in some ten milliseconds. */
export async function freshDatabase(): Promise<TestDatabase> {
  const { template, problem } = inject('testDatabase')
  if (problem) throw new Error(problem)
  return copyOf(template)
}

/** A database of one's own without any table. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return copyOf('template0')
}

async function copyOf(template: string): Promise<TestDatabase> {
  const { connectionString } = inject('testDatabase')
  const name = `baton_test_${randomBytes(6).toString('hex')}`
  const words = template === 'template0' ? `encoding 'UTF8' locale 'C'` : ''
  await asAdmin(`create database ${name} template ${template} strategy file_copy ${words}`)
  return {
    connectionString: databaseAt(connectionString, name),
    drop: () => asAdmin(`drop database if exists ${name} with (force)`),
  }
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client(inject('testDatabase').connectionString)
  client.on('error', () => {}) // the server may stop while it says goodbye
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
