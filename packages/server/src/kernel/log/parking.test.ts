import type { EventName } from '@baton/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Marked, markers } from '../../../test/marks.ts'
import { openThings, type Things } from '../../../test/things.ts'
import { does } from '../../../test/things-room.ts'
import { until } from '../../../test/until.ts'
import type { VerbFollower } from './follower.ts'
import { parkedCounts } from './lag.ts'

let things: Things
beforeEach(async () => {
  things = await openThings()
})
afterEach(() => things.close())

interface Parked {
  follower: string
  seq: number
  topic_id: string
  tries: number
  error: string
}

test('an event at which a follower fails five times is set aside with the later ones of its topic; all else goes on', async () => {
  const desk = await things.desk()
  const poisoned = await does(desk, 'thing.make', { label: 'poisoned' })
  const tried: Record<string, number[]> = { rows: [], verbs: [] }
  const poison = (kind: string, topic: string) => {
    if (topic !== poisoned.id) return
    tried[kind]?.push(performance.now())
    throw new Error('cannot be handled')
  }
  const rows = markers('rows', '', async (_tx, events) => {
    for (const event of events) poison('rows', event.topic_id)
  })
  const verbs: VerbFollower = {
    kind: 'verbs',
    name: 'verbs',
    hears: ['thing.made', 'thing.added'] as unknown as EventName[],
    async act(event) {
      poison('verbs', event.topic_id)
      await things.query('insert into marks (follower, seq, topic_id) values ($1, $2, $3)', [
        'verbs',
        event.seq,
        event.topic_id,
      ])
      return []
    },
  }
  const { following } = await things.following([rows, verbs])
  const sound = await does(desk, 'thing.make', { label: 'sound' })
  await does(desk, 'thing.add', { thingId: poisoned.id })
  await does(desk, 'thing.add', { thingId: sound.id })
  // Whatever else happens, it is given time between the tries.
  const restless = setInterval(() => following.wake(), 10)
  await until(async () => (await parked()).length === 4, 15_000)
  await does(desk, 'thing.add', { thingId: poisoned.id })
  await does(desk, 'thing.add', { thingId: sound.id })
  await until(async () => (await parked()).length === 6 && (await marks()).length === 6)
  clearInterval(restless)

  const events = await things.query<{ seq: number; topic_id: string }>(
    'select seq::int, topic_id from events order by seq',
  )
  for (const kind of ['rows', 'verbs']) {
    const of = (topic: string) => events.filter(event => event.topic_id === topic).map(({ seq }) => seq)
    expect((await marks()).filter(mark => mark.follower === kind).map(({ seq }) => seq)).toEqual(of(sound.id))
    const aside = (await parked()).filter(({ follower }) => follower === kind)
    expect(aside.map(({ seq }) => seq)).toEqual(of(poisoned.id))
    expect(aside[0]).toMatchObject({ tries: 5, error: 'Error: cannot be handled', topic_id: poisoned.id })
    expect(aside[1]?.error).toBe('an earlier event of the same topic is parked')
    const alone = (tried[kind] as number[]).slice(-5)
    const pauses = alone.slice(1).map((at, n) => Math.round(at - Number(alone[n])))
    for (const [n, least] of [95, 390, 1590, 6390].entries()) expect(pauses[n]).toBeGreaterThanOrEqual(least)
  }
  expect(await parkedCounts(desk.db)).toEqual([
    { follower: 'rows', n: 3 },
    { follower: 'verbs', n: 3 },
  ])

  function parked(): Promise<Parked[]> {
    return things.query<Parked>(
      'select follower, seq::int, topic_id, tries, error from parked_events order by follower, seq',
    )
  }
  function marks(): Promise<(Marked & { follower: string })[]> {
    return things.query('select follower, seq::int, topic_id from marks order by id')
  }
})
