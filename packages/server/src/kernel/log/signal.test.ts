import { randomUUID } from 'node:crypto'
import path from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startChild } from '../../../test/child.ts'
import { markers } from '../../../test/marks.ts'
import { openThings, type Things } from '../../../test/things.ts'
import { does } from '../../../test/things-room.ts'
import { pause, until } from '../../../test/until.ts'
import { type Signal, startSignal } from './signal.ts'

let things: Things
beforeEach(async () => {
  things = await openThings()
})
afterEach(() => things.close())

const log = pino({ level: 'silent' })
const marks = () => things.query<{ process: string }>('select process from marks')

/** A signal on its own connection, as a process has it. */
async function signal(heard: () => void): Promise<Signal> {
  const opened = startSignal(() => new pg.Client(things.database.connectionString), heard, log)
  things.onClose(() => opened.stop())
  await until(async () => (await listeners()).length > 0)
  await pause(50)
  return opened
}
const listeners = () =>
  things.query<{ pid: number }>(
    `select pid from pg_stat_activity where query = 'listen baton_events' and datname = current_database()`,
  )

describe('the signal between processes', () => {
  test('wakes the followers of another process at once', async () => {
    const child = startChild(path.join(import.meta.dirname, 'fixtures/follow.ts'), [
      things.database.connectionString,
      'other',
      'marks',
    ])
    things.onClose(() => child.kill())
    await child.line('ready')
    const desk = await things.desk()
    const { send } = await signal(() => {})
    desk.onCommit(send)
    const waited: number[] = []
    for (let n = 1; n <= 6; n++) {
      await pause(n * 30)
      await does(desk, 'thing.make', { label: `thing ${n}` })
      waited.push(await until(async () => (await marks()).length === n, 3000))
    }
    // Without it the other process would look once in a second: half of that on average.
    expect(waited.reduce((sum, ms) => sum + ms) / waited.length).toBeLessThan(300)
  })

  test('is never sent by a verb’s own transaction, which would make all intake wait for one lock', async () => {
    const desk = await things.desk()
    const { send } = await signal(() => {})
    desk.onCommit(send)
    const listener = await things.connect()
    const senders: number[] = []
    listener.on('notification', ({ processId }) => senders.push(processId))
    await listener.query('listen baton_events')
    const pids = new Set<number>()
    await Promise.all(
      Array.from({ length: 8 }, async (_, n) => {
        const { rows } = await desk.pool.query('select pg_backend_pid() as pid, pg_sleep(0.05)')
        pids.add(rows[0].pid)
        await does(desk, 'thing.make', { label: `thing ${n}` })
      }),
    )
    expect(pids.size).toBe(8)
    await until(() => senders.length > 0)
    await pause(100)
    expect(senders.filter(pid => pids.has(pid))).toEqual([])
    // Many commits become one message.
    expect(senders.length).toBeLessThan(5)
  })

  test('carries a nudge to the other processes, in as many messages as it takes, and not to its own', async () => {
    const told: [string, readonly string[]][] = []
    const own: unknown[] = []
    const open = (nudged: (kind: string, persons: readonly string[]) => void) => {
      const opened = startSignal(
        () => new pg.Client(things.database.connectionString),
        () => {},
        log,
        nudged,
      )
      things.onClose(() => opened.stop())
      return opened
    }
    const here = open((...said) => own.push(said))
    open((...said) => told.push(said))
    await until(async () => (await listeners()).length === 2)
    const many = Array.from({ length: 400 }, () => randomUUID())
    // It may be lost while a connection is only just open.
    await until(() => {
      if (told.length === 0) here.nudge('note', many)
      return told.length >= 3
    })
    expect(told.slice(0, 3).flatMap(([, persons]) => persons)).toEqual(many)
    expect(own).toEqual([])
  })

  test('comes back when its connection is lost, and nothing is missed meanwhile', async () => {
    let heard = 0
    const here = await signal(() => heard++)
    for (const { pid } of await listeners()) await things.query('select pg_terminate_backend($1)', [pid])
    const { desk } = await things.following([markers('marker')])
    here.send()
    await does(desk, 'thing.make', { label: 'while it was gone' })
    await until(async () => (await marks()).length === 1, 2000)
    await until(async () => (await listeners()).length > 0, 5000)
    await pause(100)
    here.send()
    await until(() => heard > 0, 2000)
  })
})
