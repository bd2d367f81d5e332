import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { ReadName, ReadSent, Records, VerbName, VerbSent } from '@baton/contract'
import { pino } from 'pino'
import { type Config, readConfig } from '../src/config.ts'
import type { By } from '../src/kernel/by.ts'
import type { Caller } from '../src/kernel/caller.ts'
import { createDesk, type OpenDesk } from '../src/kernel/create.ts'
import { type Following, startFollowing } from '../src/kernel/log/start.ts'
import type { Module } from '../src/kernel/module.ts'
import type { Page } from '../src/kernel/read.ts'
import { sweep } from '../src/kernel/timers.ts'
import { modules as allModules } from '../src/modules.ts'
import { bootstrap } from '../src/records/sessions/index.ts'
import { freshDatabase } from './database.ts'

export interface TestDesk {
  desk: OpenDesk
  /** Baton itself, which may everything. */
  system: Caller
  /** Does a verb, by default as Baton itself. */
  does<N extends VerbName>(name: N, input: VerbSent<N>, by?: Caller | By): Promise<Answer>
  asks<N extends ReadName>(name: N, input: ReadSent<N>, caller?: Caller): Promise<Answer>
  /** Waits until every follower has read what is committed now. */
  drained(): Promise<void>
  /** The clock stands still until it is turned. */
  turn(milliseconds: number): void
  now(): Date
  /** Runs the timers that are due. */
  sweep(): Promise<number>
  close(): Promise<void>
}

// biome-ignore lint/suspicious/noExplicitAny: tests read answers freely
export type Answer = any

export interface TestDeskOptions {
  modules?: readonly Module[]
  config?: Partial<Config>
  /** Real time instead of a clock that stands still. */
  realTime?: boolean
  following?: boolean
}

/** A desk of one's own on a fresh database, with the shipped roles and an administrator. */
export async function testDesk(options: TestDeskOptions = {}): Promise<TestDesk> {
  const database = await freshDatabase()
  const folder = await mkdtemp(path.join(os.tmpdir(), 'baton-desk-'))
  const config = {
    ...readConfig({ BATON_DATA: folder, BATON_ADMIN_LOGIN: 'admin', BATON_ADMIN_PASSWORD: 'Admin-Pass-1' }),
    ...options.config,
  }
  let time = Date.parse('2026-11-22T02:00:00.000Z')
  const clock = options.realTime ? () => new Date() : () => new Date(time)
  const desk = await createDesk({
    config,
    connection: { connectionString: database.connectionString, max: 12 },
    modules: options.modules ?? allModules,
    filesFolder: path.join(folder, 'files'),
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    clock,
  })
  await bootstrap(desk)
  const system = desk.systemCaller('test')
  let following: Following | undefined
  if (options.following !== false) {
    following = await startFollowing(
      desk,
      desk.modules.flatMap(room => room.followers ?? []),
    )
    desk.onCommit(() => following?.wake())
  }
  return {
    desk,
    system,
    does: (name, input, by = system) =>
      desk.perform(name, input, 'actor' in by ? { caller: by, requestId: randomUUID() } : by),
    asks: (name, input, caller = system) => desk.ask(name, input, caller) as Promise<Answer>,
    drained: async () => following?.drained(),
    turn(milliseconds) {
      time += milliseconds
    },
    now: clock,
    sweep: () => sweep(desk),
    async close() {
      await following?.stop()
      await desk.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type { Page, Records }
