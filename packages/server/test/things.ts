import pg from 'pg'
import type { OpenDesk } from '../src/kernel/create.ts'
import type { Follower } from '../src/kernel/log/follower.ts'
import { type Following, startFollowing } from '../src/kernel/log/start.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { openThingDesk, type ThingDeskOptions } from './thing-desk.ts'

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
