import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import type { Config } from '../src/config.ts'
import { createDesk, type OpenDesk } from '../src/kernel/create.ts'
import type { Follower } from '../src/kernel/log/follower.ts'
import { type Following, startFollowing } from '../src/kernel/log/start.ts'
import type { Module } from '../src/kernel/module.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { thingsRoom } from './things-room.ts'

/** Desks on one database that know nothing but things and boxes: for the laws of the kernel alone. */
export interface Things {
  database: TestDatabase
  desk(options?: ThingDeskOptions): Promise<OpenDesk>
  /** A desk with followers at work. */
  following(
    followers: readonly Follower[],
    options?: ThingDeskOptions,
  ): Promise<{ desk: OpenDesk; following: Following }>
  /** A connection of one's own, for what another process would do. */
  connect(): Promise<pg.Client>
  query<T = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>
  /** Called before everything is closed. */
  onClose(stop: () => Promise<unknown>): void
  close(): Promise<void>
}

export interface ThingDeskOptions {
  rooms?: readonly Module[]
  clock?: () => Date
  /** Connections of the desk's pool. */
  max?: number
}

export async function openThings(): Promise<Things> {
  const database = await freshDatabase()
  const stops: (() => Promise<unknown>)[] = []
  const pool = new pg.Pool({ connectionString: database.connectionString, max: 4 })
  pool.on('error', () => {}) // a test may have its connections killed
  await pool.query(tables)
  const things: Things = {
    database,
    async desk(options) {
      const desk = await openThingDesk(database.connectionString, options)
      stops.push(() => desk.close())
      return desk
    },
    async following(followers, options) {
      const desk = await things.desk(options)
      const following = await startFollowing(desk, followers)
      desk.onCommit(() => following.wake())
      stops.push(() => following.stop())
      return { desk, following }
    },
    async connect() {
      const client = new pg.Client(database.connectionString)
      client.on('error', () => {}) // a test may have it killed
      await client.connect()
      stops.push(() => client.end())
      return client
    },
    async query<T>(text: string, values?: unknown[]) {
      return (await pool.query(text, values)).rows as T[]
    },
    onClose: stop => void stops.push(stop),
    async close() {
      for (const stop of stops.reverse()) await stop()
      await pool.end()
      await database.drop()
    },
  }
  return things
}

/** Also for processes of their own, on a database that has the tables already. */
export async function openThingDesk(connectionString: string, options: ThingDeskOptions = {}): Promise<OpenDesk> {
  const filesFolder = path.join(tmpdir(), `baton-things-${randomUUID()}`)
  const desk = await createDesk({
    config: { timezone: 'Asia/Shanghai', locale: 'en' } as Config,
    connection: { connectionString, max: options.max ?? 8 },
    modules: [thingsRoom, ...(options.rooms ?? [])],
    filesFolder,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    ...(options.clock && { clock: options.clock }),
  })
  const close = desk.close
  desk.close = async () => {
    await close()
    await rm(filesFolder, { recursive: true, force: true })
  }
  return desk
}

const tables = `
  create table boxes (id uuid primary key, label text not null, version integer not null default 1);
  create table things (
    id uuid primary key,
    label text not null,
    amount integer not null default 0 check (amount < 1000000),
    taken_by text,
    note text,
    due_at timestamptz,
    late_at timestamptz,
    late_by text,
    version integer not null default 1
  );
  create unique index things_label on things (label);
  -- What followers write: one row for each event that one of them has handled.
  create table marks (id bigint generated always as identity, follower text not null, seq bigint not null, topic_id uuid not null, process text);
`

/** Waits until it holds, looking every few milliseconds; throws after `patience` milliseconds. Answers how long it took. */
export async function until(holds: () => Promise<boolean> | boolean, patience = 8000): Promise<number> {
  const began = performance.now()
  while (!(await holds())) {
    if (performance.now() - began > patience) throw new Error(`not within ${patience} ms`)
    await pause(5)
  }
  return performance.now() - began
}

export const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))
