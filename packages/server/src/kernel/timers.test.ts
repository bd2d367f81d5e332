import type { VerbName } from '@baton/contract'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openThings, type Things } from '../../test/things.ts'
import { does, type ThingRow } from '../../test/things-room.ts'
import { until } from '../../test/until.ts'
import { begun } from '../../test/writers.ts'
import type { OpenDesk } from './create.ts'
import { startTimers, sweep } from './timers.ts'

let things: Things
let desk: OpenDesk
let now: number
beforeEach(async () => {
  things = await openThings()
  now = Date.parse('2026-11-22T02:00:00Z')
  desk = await open()
})
afterEach(() => things.close())

const open = () => things.desk({ clock: () => new Date(now) })
const later = (seconds: number) => new Date(now + seconds * 1000).toISOString()
const waiting = async (seconds: number, again = 0) => {
  const made = await does(desk, 'thing.make', { label: `${Math.random()}` })
  await does(desk, 'thing.wait', { thingId: made.id, until: later(seconds), again })
  return made.id
}
const thing = async (id: string) => (await things.query<ThingRow>('select * from things where id = $1', [id]))[0]
const timers = () =>
  things.query<{ subject_id: string; verb: string; due_at: Date; tries: number }>(
    'select * from timers order by due_at',
  )

/** The sweep finds a timer due; before it comes to lock its thing, this happens elsewhere. */
const meanwhile = (happens: () => Promise<unknown>): OpenDesk => ({
  ...desk,
  async intercept(...call) {
    await happens()
    return desk.intercept(...call)
  },
})

describe('a timer', () => {
  test('runs when its time has come, not before, and is gone with what it did', async () => {
    const id = await waiting(60)
    now += 59_000
    expect(await sweep(desk)).toBe(0)
    now += 2000
    expect(await sweep(desk)).toBe(1)
    expect(await thing(id)).toMatchObject({ amount: 1 })
    expect(await timers()).toEqual([])
    expect(await sweep(desk)).toBe(0)
  })

  test('is done once by any number of sweepers', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, () => waiting(1)))
    const desks = [desk, await open(), await open()]
    now += 5000
    await Promise.all([...desks, ...desks].map(sweep))
    for (const id of ids) expect(await thing(id)).toMatchObject({ amount: 1 })
    expect(await timers()).toEqual([])
  })

  test('is done after those that were due before it', async () => {
    const seconds = [5, 2, 7, 1, 6, 3, 4]
    const ids = new Map<number, string>()
    for (const second of seconds) ids.set(second, await waiting(second))
    now += 10_000
    expect(await sweep(desk)).toBe(seconds.length)
    const woken = await things.query<{ topic_id: string }>(
      `select topic_id from events where type = 'thing.woken' order by seq`,
    )
    expect(woken.map(event => event.topic_id)).toEqual(seconds.toSorted().map(second => ids.get(second)))
  })

  test('knows nothing of another one’s trouble', async () => {
    const before = await waiting(1)
    const made = [
      await does(desk, 'thing.make', { label: 'broken' }),
      await does(desk, 'thing.make', { label: 'taken' }),
    ]
    const [broken, taken] = made.map(({ id }) => id) as [string, string]
    await does(desk, 'thing.take', { thingId: taken })
    await set(broken, 'thing.add', { amount: 2_000_000 })
    await set(broken, 'thing.unheardOf', {})
    await set(taken, 'thing.take', {})
    const after = await waiting(2)
    now += 5000
    await sweep(desk)
    expect([await thing(before), await thing(after)]).toMatchObject([{ amount: 1 }, { amount: 1 }])
    expect(await timers()).toMatchObject([
      { subject_id: broken, tries: 1 },
      { subject_id: broken, tries: 1 },
    ])
  })

  test('finds the thing as another one has just left it', async () => {
    const id = await waiting(1)
    await set(id, 'thing.add', { amount: 10 })
    now += 5000
    expect(await sweep(desk)).toBe(2)
    expect(await thing(id)).toMatchObject({ amount: 11 })
    expect(await timers()).toEqual([])
  })

  test.each([
    ['taken away', 'delete from timers'],
    ['moved to later', `update timers set due_at = due_at + interval '1 hour'`],
    ['set anew with other words', `update timers set due_at = due_at + interval '1 second', input = '{}'`],
  ])('that was %s while it waited for its thing does nothing', async (_how, statement) => {
    const id = await waiting(1)
    now += 5000
    await sweep(meanwhile(() => things.query(statement)))
    expect(await thing(id)).toMatchObject({ amount: 0 })
    expect(await timers()).toHaveLength(statement.startsWith('delete') ? 0 : 1)
  })

  test('does not wait for a thing that somebody holds, and comes back to it', async () => {
    const [held, free] = [await waiting(1), await waiting(2)]
    now += 5000
    const stranger = await begun(things)
    await stranger.query('select from things where id = $1 for update', [held])
    expect(await sweep(desk)).toBe(1)
    expect([await thing(held), await thing(free)]).toMatchObject([{ amount: 0 }, { amount: 1 }])
    await stranger.query('commit')
    expect(await sweep(desk)).toBe(1)
    expect(await thing(held)).toMatchObject({ amount: 1 })
  })

  test('may be set again by the very verb that it does', async () => {
    const id = await waiting(1, 2)
    for (const amount of [1, 2, 3]) {
      now += 1500
      expect(await sweep(desk)).toBe(1)
      expect(await thing(id)).toMatchObject({ amount })
    }
    expect(await timers()).toEqual([])
  })

  test('that comes too late is spent by the refusal', async () => {
    const made = await does(desk, 'thing.make', { label: 'taken' })
    await does(desk, 'thing.take', { thingId: made.id })
    await set(made.id, 'thing.take', {})
    expect(await sweep(desk)).toBe(1)
    expect(await timers()).toEqual([])
  })

  test('that fails is tried again with growing pauses, and holds up nobody', async () => {
    const made = await does(desk, 'thing.make', { label: 'broken' })
    await set(made.id, 'thing.add', { amount: 2_000_000 })
    const id = await waiting(1)
    for (const [tries, pause] of [5, 20, 80].entries()) {
      now += 1000
      await sweep(desk)
      const [failed] = await timers()
      expect(failed).toMatchObject({ subject_id: made.id, tries: tries + 1, due_at: new Date(now + pause * 1000) })
      now += pause * 1000 - 1000
      expect(await sweep(desk)).toBe(0)
    }
    expect(await thing(id)).toMatchObject({ amount: 1 })
    expect(await thing(made.id)).toMatchObject({ amount: 0 })
  })
})

test('the sweep goes round by itself', async () => {
  const id = await waiting(1)
  const stop = startTimers(desk)
  things.onClose(stop)
  now += 2000
  await until(async () => (await thing(id))?.amount === 1, 4000)
  await stop()
  await waiting(1)
  now += 2000
  expect(await timers()).toHaveLength(1)
})

const set = (id: string, verb: string, input: object) =>
  things.query(`insert into timers (subject_id, verb, due_at, input) values ($1, $2, $3, $4)`, [
    id,
    verb satisfies string as VerbName,
    later(-1),
    { thingId: id, ...input },
  ])
