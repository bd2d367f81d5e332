import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, readFileSync, statSync } from 'node:fs'
import { cp, mkdir, rm, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fastFolder } from '../../../test/fast-folder.ts'
import { closedFolder } from './account.ts'
import { type EmbeddedPostgres, startPostgres } from './index.ts'
import { findPostmaster, isAlive, stopPostmaster } from './postmaster.ts'

const root = process.getuid?.() === 0
const daemon = { uid: 1, gid: 1, name: 'daemon' }
const canLend = root && !closedFolder(import.meta.dirname, daemon)

let outside: string
let dataDir: string
let lines: string[]
const children: ChildProcess[] = []
const servers: EmbeddedPostgres[] = []

beforeEach(async () => {
  outside = await fastFolder('postgres')
  dataDir = path.join(outside, 'data')
  lines = []
})
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  const left = statSync(dataDir, { throwIfNoEntry: false })?.isDirectory() && pidNow()
  if (left) await stopPostmaster(left)
  await rm(outside, { recursive: true, force: true, maxRetries: 10 })
})

async function start(): Promise<EmbeddedPostgres> {
  const line = (message: string) => lines.push(message)
  const server = await startPostgres({ dataDir, log: { info: line, warn: line, error: line } })
  servers.push(server)
  return server
}

async function ask<T extends pg.QueryResultRow>(connectionString: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

interface Report {
  connectionString?: string
  problem?: string
  lines: string[]
}

/** Another process that starts the database in our folder, in a process group of its own. */
async function startElsewhere(lend?: { uid: number; gid: number }): Promise<{ child: ChildProcess; report: Report }> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'fixtures/hold.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
    ...lend,
  })
  children.push(child)
  const output = createInterface({ input: child.stdout as NonNullable<typeof child.stdout> })
  const [line] = (await once(output, 'line')) as [string]
  return { child, report: JSON.parse(line) as Report }
}

const pidNow = () => findPostmaster(path.join(dataDir, 'postgres'))?.pid

describe('the embedded database', () => {
  test('starts in an empty folder, keeps what it is told, and stops', async () => {
    const first = await start()
    const [facts] = await ask(
      first.connectionString,
      `select current_setting('server_version_num')::int / 10000 as major, current_user as who, rolsuper as super,
              pg_encoding_to_char(encoding) as encoding, datcollate as collation, current_setting('fsync') as fsync,
              current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as listen
       from pg_database, pg_roles where datname = current_database() and rolname = current_user`,
    )
    expect(facts).toEqual({
      major: 18,
      who: 'baton',
      super: false,
      encoding: 'UTF8',
      collation: 'C',
      fsync: 'on',
      commit: 'on',
      listen: '',
    })
    await ask(first.connectionString, "create table fruit as select '梨' as name")
    const pid = pidNow()
    expect(statSync(path.join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600)
    await first.stop()
    expect(isAlive(pid ?? 0)).toBe(false)
    expect(existsSync(path.join(dataDir, 'postgres/postmaster.pid'))).toBe(false)

    const second = await start()
    expect(second.connectionString).toBe(first.connectionString)
    expect(await ask(second.connectionString, 'select name from fruit')).toEqual([{ name: '梨' }])
  })

  test('asks for the password', async () => {
    const { connectionString } = await start()
    const wrong = connectionString.replace(/:[^:@/]+@/, ':wrong@')
    await expect(ask(wrong, 'select 1')).rejects.toThrow('password authentication failed')
  })

  test('sorts Chinese by pinyin with the ICU collation, and by code point otherwise', async () => {
    const { connectionString } = await start()
    const words = "(values ('张'), ('阿'), ('李')) as v(name)"
    const sorted = await ask(connectionString, `select name from ${words} order by name collate "zh-x-icu"`)
    expect(sorted.map(row => row.name)).toEqual(['阿', '李', '张'])
    const plain = await ask(connectionString, `select name from ${words} order by name`)
    expect(plain.map(row => row.name)).toEqual(['张', '李', '阿'])
  })

  test('is taken over after the process that started it was killed', async () => {
    const { child, report } = await startElsewhere()
    await ask(report.connectionString ?? '', 'create table fruit as select generate_series(1, 1000) as number')
    const pid = pidNow()
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(isAlive(pid ?? 0)).toBe(true)

    const server = await start()
    expect(lines).toContainEqual(expect.stringContaining('Took over the database server'))
    expect(pidNow()).toBe(pid)
    expect(server.connectionString).toBe(report.connectionString)
    expect(await ask(server.connectionString, 'select count(*)::int from fruit')).toEqual([{ count: 1000 }])
    await server.stop()
    expect(isAlive(pid ?? 0)).toBe(false)
  })

  test('outlives a signal to the whole process group until it is stopped', async () => {
    const { child } = await startElsewhere()
    const pid = pidNow()
    process.kill(-(child.pid ?? 0), 'SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(isAlive(pid ?? 0)).toBe(false)
    expect(readFileSync(path.join(dataDir, 'postgres.log'), 'utf8')).toContain('database system is shut down')
    const server = await start()
    expect(await ask(server.connectionString, 'select count(*)::int from last_words')).toEqual([{ count: 1 }])
  })

  test('refuses a folder that another process uses, and leaves that one in peace', async () => {
    const { child, report } = await startElsewhere()
    await expect(start()).rejects.toThrow(`Another Baton (process ${child.pid}) uses the database in ${dataDir}`)
    expect(await ask(report.connectionString ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('of three processes that start at once on an empty folder one gets it', async () => {
    const starts = await Promise.all([startElsewhere(), startElsewhere(), startElsewhere()])
    const won = starts.filter(({ report }) => report.connectionString)
    const lost = starts.flatMap(({ report }) => report.problem ?? [])
    expect(won).toHaveLength(1)
    expect(lost).toEqual([expect.stringContaining('Another Baton'), expect.stringContaining('Another Baton')])
    expect(await ask(won[0]?.report.connectionString ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('comes back at the same address when the server dies', async () => {
    const { connectionString } = await start()
    await ask(connectionString, 'create table fruit as select 1 as number')
    const pid = pidNow()
    process.kill(pid ?? 0, 'SIGKILL')
    await expect.poll(() => lines, { timeout: 15_000 }).toContain('The embedded database is back')
    expect(pidNow()).not.toBe(pid)
    expect(await ask(connectionString, 'select number from fruit')).toEqual([{ number: 1 }])
  })

  test.each([
    ['a dead process', () => 2 ** 22 - 3],
    ['another program', () => children[0]?.pid],
  ])('is not confused by a pid file of %s', async (_what, pid) => {
    await (await start()).stop()
    children.push(spawn('sleep', ['60']))
    const file = path.join(dataDir, 'postgres/postmaster.pid')
    const text = `${pid()}\n${dataDir}/postgres\n1700000000\n5432\n.\n\n  123456         7\nready   \n`
    await writeFile(file, text)
    await writeFile(path.join(dataDir, 'postgres/.s.PGSQL.5432.lock'), text)
    const server = await start()
    expect(await ask(server.connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(children[0]?.exitCode).toBe(null)
  })

  test('makes a new password known when the old one was lost, with a server left running or not', async () => {
    await (await start()).stop()
    await unlink(path.join(dataDir, 'postgres-password'))
    await (await start()).stop()
    const { child } = await startElsewhere()
    child.kill('SIGKILL')
    await once(child, 'exit')
    await unlink(path.join(dataDir, 'postgres-password'))
    const server = await start()
    expect(lines).toContainEqual(expect.stringContaining('it does not know our password'))
    expect(await ask(server.connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('listens on a port of 127.0.0.1 when the path is too long for a socket', async () => {
    dataDir = path.join(outside, 'long'.repeat(30), 'data')
    const { connectionString } = await start()
    expect(new URL(connectionString).hostname).toBe('127.0.0.1')
    expect(await ask(connectionString, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    process.kill(pidNow() ?? 0, 'SIGKILL')
    await expect.poll(() => lines, { timeout: 15_000 }).toContain('The embedded database is back')
    expect(await ask(connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('refuses the files of another major version', async () => {
    await (await start()).stop()
    await writeFile(path.join(dataDir, 'postgres/PG_VERSION'), '17\n')
    await expect(start()).rejects.toThrow(/was made by PostgreSQL 17, and this Baton brings PostgreSQL 18/)
  })

  test('begins again after a process that was killed while making the cluster', async () => {
    await mkdir(path.join(dataDir, `postgres.new-${2 ** 22 - 3}/base`), { recursive: true })
    await start()
    expect(existsSync(path.join(dataDir, `postgres.new-${2 ** 22 - 3}`))).toBe(false)
  })

  test('names BATON_DATA when the data folder is a file', async () => {
    await writeFile(dataDir, '')
    await expect(start()).rejects.toThrow(`Cannot write to the data folder ${dataDir} (BATON_DATA)`)
  })

  test("takes an operator's own settings", async () => {
    await (await start()).stop()
    await writeFile(path.join(dataDir, 'postgres/custom.conf'), 'shared_buffers = 64MB\n')
    chmodSync(path.join(dataDir, 'postgres/custom.conf'), 0o644)
    const { connectionString } = await start()
    expect(await ask(connectionString, 'show shared_buffers')).toEqual([{ shared_buffers: '64MB' }])
  })
})

describe.runIf(root)('the embedded database under root', () => {
  test.each([
    ['an open', 0o755],
    ['a closed', 0o700],
  ])('runs as nobody in %s folder', async (_kind, mode) => {
    chmodSync(outside, mode)
    const { connectionString } = await start()
    expect(statSync(`/proc/${pidNow()}`).uid).toBe(statSync(path.join(dataDir, 'postgres')).uid)
    expect(statSync(`/proc/${pidNow()}`).uid).toBe(65534)
    expect(await ask(connectionString, 'create table fruit (a int)')).toEqual([])
  })

  test('takes back a folder that root copied', async () => {
    await (await start()).stop()
    await cp(path.join(dataDir, 'postgres'), path.join(outside, 'copy'), { recursive: true })
    await rm(path.join(dataDir, 'postgres'), { recursive: true })
    await cp(path.join(outside, 'copy'), path.join(dataDir, 'postgres'), { recursive: true })
    chmodSync(path.join(dataDir, 'postgres'), 0o700)
    expect(statSync(path.join(dataDir, 'postgres')).uid).toBe(0)
    const { connectionString } = await start()
    expect(await ask(connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe.runIf(canLend)('the embedded database under an ordinary user', () => {
  beforeEach(() => {
    chmodSync(outside, 0o755)
    chownSync(outside, daemon.uid, daemon.gid)
  })

  test('starts, stops, and is not confused by a pid file of a program of the same user', async () => {
    const { child, report } = await startElsewhere(daemon)
    expect(report.problem).toBeUndefined()
    expect(statSync(`/proc/${pidNow()}`).uid).toBe(daemon.uid)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    const sleeper = spawn('sleep', ['60'], daemon)
    children.push(sleeper)
    const text = `${sleeper.pid}\n${dataDir}/postgres\n1700000000\n5432\n.\n\n  123456         7\nready   \n`
    for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock']) {
      const file = path.join(dataDir, 'postgres', name)
      await writeFile(file, text)
      chownSync(file, daemon.uid, daemon.gid)
    }
    expect((await startElsewhere(daemon)).report.problem).toBeUndefined()
    expect(sleeper.exitCode).toBe(null)
  })

  test('is taken over by root, which goes on as that user', async () => {
    const { child } = await startElsewhere(daemon)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const server = await start()
    expect(lines).toContainEqual(expect.stringContaining('Took over'))
    await server.stop()
    await (await start()).stop()
    expect((await startElsewhere(daemon)).report.problem).toBeUndefined()
  })

  test('names BATON_DATA when the folder cannot be written', async () => {
    chownSync(outside, 0, 0)
    const { report } = await startElsewhere(daemon)
    expect(report.problem).toMatch(/^Cannot write to the data folder .*data \(BATON_DATA\): EACCES/)
  })

  test('says whose the database is', async () => {
    await (await start()).stop()
    chmodSync(dataDir, 0o777)
    const { report } = await startElsewhere(daemon)
    expect(report.problem).toMatch(/belongs to nobody, and you are daemon/)
  })
})
