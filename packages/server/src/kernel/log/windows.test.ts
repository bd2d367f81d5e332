import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { markers } from '../../../test/marks.ts'
import { openThings, type Things } from '../../../test/things.ts'
import { does } from '../../../test/things-room.ts'
import { until } from '../../../test/until.ts'
import type { Tables } from '../db.ts'
import { startFollowing } from './start.ts'
import { Windows } from './windows.ts'

let things: Things
beforeAll(async () => {
  things = await openThings()
  const desk = await things.desk()
  for (let n = 0; n < 5; n++) await does(desk, 'thing.make', { label: `thing ${n}` })
  // Other databases of the same server may hold the horizon for a while.
  await until(async () => (await new Windows(desk.db).after({ lo: '0', hi: '0', seq: 0 })).events.length === 5)
})
afterAll(() => things.close())

/** The database, and the statements that were sent to it. */
function listened() {
  const pool = new pg.Pool({ connectionString: things.database.connectionString, max: 4 })
  pool.on('error', () => {}) // the database may be dropped while it says goodbye
  pool.on('error', () => {}) // ended with the database
  const sent: string[] = []
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log: event => void sent.push(event.query.sql),
  })
  things.onClose(() => db.destroy())
  return { db, sent }
}

test('readers that stand at the same place share one read and one look at the horizon', async () => {
  const { db, sent } = listened()
  const windows = new Windows(db)
  const start = { lo: '0', hi: '0', seq: 0 }
  const batches = await Promise.all(Array.from({ length: 20 }, () => windows.after(start)))
  expect(sent).toHaveLength(2)
  for (const batch of batches) expect(batch.events).toHaveLength(5)
  const [first] = batches
  const middle = { ...(first as (typeof batches)[0]).cursor, seq: batches[0]?.events[2]?.seq ?? 0 }
  const rest = await Promise.all([windows.after(middle), windows.after(middle)])
  expect(rest.map(({ events }) => events.length)).toEqual([2, 2])
  expect(sent).toHaveLength(3)
})

test('in one process a batch is read once for all followers', async () => {
  const { db, sent } = listened()
  const desk = await things.desk()
  const names = Array.from({ length: 6 }, (_, n) => `follower ${n}`)
  const following = await startFollowing(
    { ...desk, db },
    names.map(name => markers(name)),
  )
  things.onClose(() => following.stop())
  await until(async () => (await things.query('select * from marks')).length === 30)
  const reads = () => sent.filter(text => text.includes('order by seq'))
  expect(reads()).toHaveLength(1)
  await does(desk, 'thing.make', { label: 'one more' })
  following.wake()
  await until(async () => (await things.query('select * from marks')).length === 36)
  // Six of each, were each follower to read for itself.
  expect(reads().length).toBeLessThanOrEqual(4)
})

test('a batch that could not be read is read again', async () => {
  const { db } = listened()
  const windows = new Windows(db)
  await windows.horizon()
  await things.query('alter table events rename to elsewhere')
  await expect(windows.after({ lo: '0', hi: '0', seq: 0 })).rejects.toThrow('events')
  await things.query('alter table elsewhere rename to events')
  expect((await windows.after({ lo: '0', hi: '0', seq: 0 })).events.length).toBeGreaterThan(0)
})
