import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import { until } from '../../../test/until.ts'
import { startFollowing } from '../../kernel/log/start.ts'
import { searchFollower } from './follower.ts'
import { readWanted } from './wanted.ts'

/** A desk that has tickets already when search comes to it. */
let desk: TestDesk
const many = 4500
beforeAll(async () => {
  desk = await testDesk({ following: false })
  const { pool } = desk.desk
  await pool.query('drop table ticket_words, word_slices, words_wanted; alter table views drop column text')
  await pool.query(
    `insert into tickets (id, subject, subject_folded, status, urgency, urgency_rank, channel, creator_kind, submitted_at, created_at, updated_at)
     select gen_random_uuid(), '从前的工单', '从前的工单', 'new', 'normal', 2, 'api', 'system', at, at, at
     from generate_series(1, $1) n, lateral (select timestamptz '2026-01-01 00:00:00+00' + n * interval '1 minute' as at) t`,
    [many],
  )
  await desk.does('ticket.open', { subject: '最后一张旧的' })
  // Whatever runs in another database of the server holds back what counts as past.
  await until(async () => {
    const { rows } = await pool.query(
      'select pg_snapshot_xmin(pg_current_snapshot()) > (select max(xid) from events) as past',
    )
    return rows[0].past === true
  }, 60_000)
  const file = path.resolve(import.meta.dirname, '../../../migrations/0045-search.sql')
  await pool.query(await readFile(file, 'utf8'))
})
afterAll(() => desk.close())

const count = async (text: string): Promise<number> => (await desk.asks('ticket.search', { text, limit: 1 })).count

test('new tickets are found at once, the newest of the old ones next, and in the end all', async () => {
  const following = await startFollowing(desk.desk, [searchFollower])
  await desk.does('ticket.open', { subject: '第一张新的' })
  await following.drained()
  await following.stop()
  expect([await count('第一张新的'), await count('最后一张旧的'), await count('从前的')]).toEqual([1, 0, 0])
  expect(await readWanted(desk.desk)).toBe(true)
  expect([await count('最后一张旧的'), await count('从前的')]).toEqual([1, 198])
  while (await readWanted(desk.desk));
  const { rows } = await desk.desk.pool.query(
    'select count(*)::int as n, count(distinct slice)::int as slices from ticket_words',
  )
  expect(rows).toEqual([{ n: many + 2, slices: 3 }])
  const seen = new Set<string>()
  let cursor: string | undefined
  do {
    const page: Answer = await desk.asks('ticket.search', { text: '从前', limit: 200, ...(cursor && { cursor }) })
    for (const { id } of page.items) seen.add(id)
    expect(page.count).toBeGreaterThanOrEqual(page.items.length)
    if (!cursor) expect(page).toMatchObject({ count: 1000, isMore: true })
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(seen.size).toBe(many)
})
