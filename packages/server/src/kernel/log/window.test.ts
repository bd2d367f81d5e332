import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Marked, markers } from '../../../test/marks.ts'
import { openThings, type Things } from '../../../test/things.ts'
import { pause, until } from '../../../test/until.ts'
import { begun, writes } from '../../../test/writers.ts'
import { newId } from '../ids.ts'
import { batchSize, readWindow, waitsAbove } from './window.ts'

let things: Things
beforeEach(async () => {
  things = await openThings()
})
afterEach(() => things.close())

const marked = (follower = 'marker') =>
  things.query<Marked>('select seq::int, topic_id from marks where follower = $1 order by id', [follower])

describe('a reader of the log', () => {
  test('does not lose an event with a lower number that is committed later', async () => {
    const { following } = await things.following([markers('marker')])
    const slow = await begun(things)
    const first = await writes(slow, newId())
    const others = await Promise.all([1, 2, 3].map(async () => writes(await things.connect(), newId())))
    for (let n = 0; n < 5; n++) {
      following.wake()
      await pause(30)
    }
    expect(Math.min(...others)).toBeGreaterThan(first)
    expect(await marked()).toEqual([])
    await slow.query('commit')
    await until(async () => (await marked()).length === 4, 2000)
    expect((await marked()).map(({ seq }) => seq)).toEqual([first, ...others.sort((a, b) => a - b)])
  })

  test('reads one topic in the order of its lock, not of its transactions', async () => {
    const topic = newId()
    await things.query('insert into boxes (id, label) values ($1, $2)', [topic, 'the topic'])
    const early = await begun(things)
    await early.query('select pg_current_xact_id()')
    const late = await begun(things)
    await late.query('select from boxes where id = $1 for update', [topic])
    const waits = early.query('select from boxes where id = $1 for update', [topic])
    const first = await writes(late, topic)
    await late.query('commit')
    await waits
    const second = await writes(early, topic)
    await early.query('commit')
    const { rows } = await (await things.connect()).query('select seq::int from events order by xid')
    expect(rows.map(({ seq }) => seq)).toEqual([second, first])
    await things.following([markers('marker')])
    await until(async () => (await marked()).length === 2, 2000)
    expect((await marked()).map(({ seq }) => seq)).toEqual([first, second])
  })

  test('keeps that order also where the horizon lies between two transactions of one topic', async () => {
    const topic = newId()
    await things.query('insert into boxes (id, label) values ($1, $2)', [topic, 'the topic'])
    const early = await begun(things)
    await early.query('select pg_current_xact_id()')
    const between = await begun(things)
    await between.query('select pg_current_xact_id()')
    const late = await begun(things)
    await late.query('select from boxes where id = $1 for update', [topic])
    const waits = early.query('select from boxes where id = $1 for update', [topic])
    const first = await writes(late, topic)
    await late.query('commit')
    await waits
    const second = await writes(early, topic)
    await early.query('commit')
    const { following } = await things.following([markers('marker')])
    following.wake()
    await pause(150)
    await between.query('rollback')
    await until(async () => (await marked()).length === 2, 2000)
    expect((await marked()).map(({ seq }) => seq)).toEqual([first, second])
  })

  test('goes on at once when the writer that it waited for gives up', async () => {
    const { following } = await things.following([markers('marker')])
    const waited: number[] = []
    for (let n = 1; n <= 3; n++) {
      const slow = await begun(things)
      await writes(slow, newId())
      await writes(await things.connect(), newId())
      following.wake()
      await pause(100)
      await slow.query('rollback')
      waited.push(await until(async () => (await marked()).length === n, 3000))
    }
    // One look in a second would need half of that on average.
    expect(waited.reduce((sum, ms) => sum + ms) / waited.length).toBeLessThan(250)
  })

  test('needs nobody to wake it', async () => {
    await things.following([markers('marker')])
    await pause(200)
    await writes(await things.connect(), newId())
    await until(async () => (await marked()).length === 1, 3000)
  })

  test('begins with the first event, however late it came to the desk', async () => {
    const seqs = []
    for (let n = 0; n < 3; n++) seqs.push(await writes(await things.connect(), newId()))
    await things.following([markers('marker')])
    await until(async () => (await marked()).length === 3, 2000)
    expect((await marked()).map(({ seq }) => seq)).toEqual(seqs)
  })
})

test('whatever writers do, two readers see every event once, and each topic in order', async () => {
  const topics = Array.from({ length: 5 }, () => newId())
  for (const topic of topics) await things.query('insert into boxes (id, label) values ($1, $2)', [topic, topic])
  await things.following([markers('marker', 'one'), markers('other', 'one')])
  await things.following([markers('marker', 'two'), markers('other', 'two')])
  await Promise.all(Array.from({ length: 8 }, (_, n) => scribble(n)))
  const { rows } = await (await things.connect()).query('select seq::int, topic_id from events order by seq')
  for (const follower of ['marker', 'other']) {
    await until(async () => (await marked(follower)).length >= rows.length)
    const seen = await marked(follower)
    expect(seen).toHaveLength(rows.length)
    for (const topic of topics) expect(of(topic, seen)).toEqual(of(topic, rows))
  }

  /** Locks a topic, waits, writes, gives up now and then: what a busy desk does. */
  async function scribble(n: number): Promise<void> {
    const client = await things.connect()
    for (let round = 0; round < 25; round++) {
      const topic = topics[(n * 7 + round * 3) % topics.length] as string
      await client.query('begin')
      if (round % 3 === 0) await client.query('select pg_current_xact_id()')
      await client.query('select from boxes where id = $1 for update', [topic])
      await writes(client, topic)
      if (round % 4 === 0) await pause((n * 5 + round) % 20)
      await client.query(round % 5 === 4 ? 'rollback' : 'commit')
    }
  }
  function of(topic: string, events: readonly Marked[]): number[] {
    return events.filter(event => event.topic_id === topic).map(({ seq }) => seq)
  }
})

test('a reader never goes through the whole log, however long it is and whatever the planner believes', async () => {
  const client = await things.connect()
  await client.query(`insert into events (seq, at, xid, type, topic_id, subject_id, actor_kind, actor_name, verb, payload)
    select n, now(), (100000000 + n)::text::xid8, 'thing.noted', md5(n::text)::uuid, md5('')::uuid, 'system', 'test', 'thing.note', '{}'
    from generate_series(1, 60000) n`)
  await client.query('analyze events')
  const desk = await things.desk({ max: 1 })
  await desk.pool.query('set plan_cache_mode = force_generic_plan')
  const read = async (work: () => Promise<unknown>) => {
    const before = await rowsRead()
    await work()
    await desk.pool.query('select pg_stat_force_next_flush()')
    await desk.pool.query('select 1')
    return (await rowsRead()) - before
  }
  const at = (n: number) => String(100_000_000 + n)
  let events: readonly { seq: number }[] = []
  const window = (lo: string, hi: string, seq: number) => async () => {
    events = await readWindow(desk.db, { lo, hi, seq })
  }
  expect(await read(window(at(59_900), at(59_950), 0))).toBeLessThan(1000)
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, n) => 59_900 + n))
  expect(await read(window('0', at(59_990), 30_000))).toBeLessThan(1000)
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: batchSize }, (_, n) => 30_001 + n))
  expect(await read(() => waitsAbove(desk.db, at(59_990)))).toBeLessThan(1000)
  expect(await read(() => waitsAbove(desk.db, at(70_000)))).toBeLessThan(1000)

  async function rowsRead(): Promise<number> {
    const { rows } = await client.query(
      `select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as n from pg_stat_user_tables where relname like 'events%'`,
    )
    return rows[0].n
  }
})
