import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startChild } from '../../../test/child.ts'
import { type Marked, markers } from '../../../test/marks.ts'
import { openThings, type Things } from '../../../test/things.ts'
import { does } from '../../../test/things-room.ts'
import { pause, until } from '../../../test/until.ts'
import { newId } from '../ids.ts'

let things: Things
beforeEach(async () => {
  things = await openThings()
})
afterEach(() => things.close())

const follow = (name: string, way: string) => {
  const child = startChild(path.join(import.meta.dirname, 'fixtures/follow.ts'), [
    things.database.connectionString,
    name,
    way,
  ])
  things.onClose(() => child.kill())
  return child
}
const marks = () =>
  things.query<Marked & { process: string }>('select seq::int, topic_id, process from marks order by id')
const made = async (count: number, labels = 'thing') => {
  const desk = await things.desk()
  await Promise.all(Array.from({ length: count }, (_, n) => does(desk, 'thing.make', { label: `${labels} ${n}` })))
}

describe('a follower that writes rows', () => {
  test('handles every event once, however many processes follow', async () => {
    const children = ['one', 'two'].map(name => follow(name, 'marks'))
    await Promise.all(children.map(child => child.line('ready')))
    for (let round = 0; round < 10; round++) {
      await made(10, `round ${round}`)
      await things.query('notify baton_events')
      await pause(60)
    }
    await until(async () => (await marks()).length >= 100)
    await pause(300)
    const seen = await marks()
    expect(seen).toHaveLength(100)
    expect(new Set(seen.map(({ seq }) => seq)).size).toBe(100)
  })

  test('has done nothing when it dies between its rows and its cursor', async () => {
    await made(5)
    const dying = follow('dying', 'diesInWrite')
    expect(await dying.ended).toBe('SIGKILL')
    expect(await marks()).toEqual([])
    await things.following([markers('marker', 'heir')])
    await until(async () => (await marks()).length >= 5)
    expect((await marks()).map(({ process }) => process)).toEqual(Array(5).fill('heir'))
  })

  test('has done all when it dies after the commit', async () => {
    await made(5)
    const dying = follow('dying', 'diesAfterCommit')
    expect(await dying.ended).toBe('SIGKILL')
    expect(await marks()).toHaveLength(5)
    await things.following([markers('marker', 'heir')])
    await made(1, 'later')
    await until(async () => (await marks()).length >= 6)
    expect((await marks()).map(({ process }) => process)).toEqual([...Array(5).fill('dying'), 'heir'])
  })

  test('takes a whole batch at once, and again one by one when one of it fails', async () => {
    const topics = Array.from({ length: 40 }, () => newId())
    const batches: number[] = []
    let failures = 0
    const { desk } = await things.following([
      markers('marker', '', async (_tx, events) => {
        batches.push(events.length)
        if (!events.some(event => event.topic_id === topics[30])) return
        if (events.length > 1 || failures++ < 2) throw new Error('not now')
      }),
    ])
    await things.query(
      `insert into events (at, type, topic_id, subject_id, actor_kind, actor_name, verb, payload)
       select now(), 'thing.noted', t, t, 'system', 'test', 'thing.note', '{}' from unnest($1::uuid[]) t`,
      [topics],
    )
    desk.events.wake()
    await until(async () => (await marks()).length === 40)
    expect((await marks()).map(({ topic_id }) => topic_id)).toEqual(topics)
    expect(batches[0]).toBe(40)
    // One look at each: the whole batch does not fail again for every event before the one to blame.
    expect(batches.length).toBeLessThan(50)
  })
})

test('followers that outnumber the connections do not stand in each other’s way', async () => {
  const names = Array.from({ length: 12 }, (_, n) => `follower ${n}`)
  await things.following(
    names.map(name => markers(name)),
    { max: 3 },
  )
  await made(3)
  await until(async () => (await marks()).length === 36, 6000)
})
