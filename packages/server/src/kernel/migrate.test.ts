import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyDatabase, freshDatabase, type TestDatabase } from '../../test/database.ts'
import { migrate } from './migrate.ts'

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await emptyDatabase()
  folder = await mkdtemp(path.join(os.tmpdir(), 'baton-migrations-'))
})
afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

const put = (name: string, text: string) => writeFile(path.join(folder, name), text)
const run = () => migrate(database.connectionString, { folder })

async function ask<T extends pg.QueryResultRow>(text: string): Promise<T[]> {
  const client = new pg.Client(database.connectionString)
  client.on('error', () => {}) // the database may be dropped while it says goodbye
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

describe('migrate', () => {
  test('runs each file once, in order', async () => {
    await put('0002-second.sql', "insert into fruit values ('pear')")
    await put('0001-first.sql', 'create table fruit (name text); insert into fruit values ($$a; b$$)')
    expect(await run()).toEqual(['0001-first.sql', '0002-second.sql'])
    expect(await run()).toEqual([])
    await put('0003-third.sql', "insert into fruit values ('plum')")
    expect(await run()).toEqual(['0003-third.sql'])
    expect(await ask('select name from fruit')).toEqual([{ name: 'a; b' }, { name: 'pear' }, { name: 'plum' }])
  })

  test('takes a pool as well, and gives its connection back', async () => {
    await put('0001-first.sql', 'create table fruit (name text)')
    const pool = new pg.Pool({ connectionString: database.connectionString, max: 1 })
    pool.on('error', () => {}) // the database may be dropped while it says goodbye
    try {
      expect(await migrate(pool, { folder })).toEqual(['0001-first.sql'])
      expect(await migrate(pool, { folder })).toEqual([])
    } finally {
      await pool.end()
    }
  })

  test('eight processes at once run each file once', async () => {
    await put('0001-first.sql', 'create table fruit (name text); select pg_sleep(0.05)')
    await put('0002-second.sql', "insert into fruit values ('pear')")
    await put('0003-third.sql', "insert into fruit values ('plum')")
    const runs = await Promise.all(Array.from({ length: 8 }, run))
    expect(runs.flat().sort()).toEqual(['0001-first.sql', '0002-second.sql', '0003-third.sql'])
    expect(await ask('select name from fruit')).toHaveLength(2)
  })

  test('a file that fails leaves nothing of itself, and says where', async () => {
    await put('0001-first.sql', 'create table fruit (name text)')
    await put('0002-bad.sql', 'create table nuts (name text);\n\ninsert into berries values (1)')
    await expect(run()).rejects.toThrow('The migration 0002-bad.sql failed, line 3: relation "berries" does not exist')
    expect(await ask("select to_regclass('fruit') fruit, to_regclass('nuts') nuts")).toEqual([
      { fruit: 'fruit', nuts: null },
    ])
    await put('0002-bad.sql', 'create table nuts (name text)')
    expect(await run()).toEqual(['0002-bad.sql'])
  })

  test('refuses an edited file, but not other line ends', async () => {
    await put('0001-first.sql', 'create table fruit\n(name text)')
    await run()
    await put('0001-first.sql', 'create table fruit\r\n(name text)')
    expect(await run()).toEqual([])
    await put('0001-first.sql', 'create table fruit (name text not null)')
    await expect(run()).rejects.toThrow('0001-first.sql was edited after it had been applied')
  })

  test('refuses a database that is newer than the code', async () => {
    await put('0001-first.sql', 'create table fruit (name text)')
    await put('0002-second.sql', 'select 1')
    await run()
    await rm(path.join(folder, '0002-second.sql'))
    await expect(run()).rejects.toThrow('newer than this Baton: it has been migrated by 0002-second.sql')
  })

  test('refuses a file that comes too late', async () => {
    await put('0002-second.sql', 'select 1')
    await run()
    await put('0001-first.sql', 'select 1')
    await expect(run()).rejects.toThrow('0001-first.sql comes before 0002-second.sql')
  })

  test.each([
    ['1-first.sql', 'must be called NNNN-name.sql'],
    ['0001-First.sql', 'must be called NNNN-name.sql'],
    ['0001_first.sql', 'must be called NNNN-name.sql'],
    ['0007-twin.sql', 'have the same number'],
  ])('refuses the name %s', async (name, words) => {
    await put('0007-first.sql', 'select 1')
    await put(name, 'select 1')
    await expect(run()).rejects.toThrow(words)
    expect(await ask("select to_regclass('migrations') is null as untouched")).toEqual([{ untouched: true }])
  })

  test('the template holds what our own files make', async () => {
    const fresh = await freshDatabase()
    try {
      expect(await migrate(fresh.connectionString)).toEqual([])
    } finally {
      await fresh.drop()
    }
  })
})
