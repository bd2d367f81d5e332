import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/kernel/migrate.ts'
import { connectWithRetry, startPostgres } from '../src/kernel/postgres/index.ts'
import { databaseAt } from './database-url.ts'
import { fastFolder } from './fast-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A role that may create databases, and the migrated database to copy. */
    testDatabase: { connectionString: string; template: string; problem: string | undefined }
  }
}

/** vitest's globalSetup: one server for the whole run (TEST_DATABASE_URL, or an embedded one), one migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL ? foreign(process.env.TEST_DATABASE_URL) : await embedded()
  const template = `baton_template_${randomBytes(4).toString('hex')}`
  const admin = await connectWithRetry(server.connectionString)
  await admin.query(`create database ${template} template template0 encoding 'UTF8' locale 'C'`)
  // A migration that fails breaks the tests that need it, not those of pure decisions.
  const problem = await migrate(databaseAt(server.connectionString, template)).then(
    () => undefined,
    (error: Error) => error.message,
  )
  project.provide('testDatabase', { connectionString: server.connectionString, template, problem })
  return async () => {
    await admin.query(`drop database if exists ${template} with (force)`)
    await admin.end()
    await server.stop()
  }
}

interface Server {
  connectionString: string
  stop(): Promise<void>
}

function foreign(connectionString: string): Server {
  return { connectionString, stop: async () => {} }
}

async function embedded(): Promise<Server> {
  const dataDir = await fastFolder('test')
  // What a power cut would lose is thrown away anyway.
  const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' }
  const say = (message: string) => process.stderr.write(`test database: ${message}\n`)
  const server = await startPostgres({ dataDir, settings, log: { info() {}, warn: say, error: say } })
  const widow = await cleanUpAfterUs(dataDir)
  return {
    connectionString: server.connectionString,
    async stop() {
      widow?.kill()
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A test run that is killed leaves no server and no folder: a shell waits for our end of the pipe to close. */
async function cleanUpAfterUs(dataDir: string): Promise<ChildProcess | undefined> {
  if (process.platform === 'win32') return undefined
  const pid = (await readFile(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]
  const script = `read -r _; kill -QUIT ${pid}; sleep 2; rm -rf "$0"`
  const shell = spawn('sh', ['-c', script, dataDir], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  shell.unref()
  return shell
}
