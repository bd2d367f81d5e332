import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { heard, type Marked, markers } from '../../../test/marks.ts'
import { openThings, type Things } from '../../../test/things.ts'
import { does } from '../../../test/things-room.ts'
import { until } from '../../../test/until.ts'
import type { VerbFollower } from './follower.ts'

// It is looked for once a second, and a slow machine takes its time.
vi.setConfig({ testTimeout: 90_000 })

let things: Things
beforeEach(async () => {
  things = await openThings()
})
afterEach(() => things.close())

interface Parked {
  seq: number
  tries: number
  error: string
}

const parked = (follower: string) =>
  things.query<Parked>('select seq::int, tries, error from parked_events where follower = $1 order by seq', [follower])
const marks = async (follower: string) =>
  (await things.query<Marked>('select seq::int, topic_id from marks where follower = $1 order by id', [follower])).map(
    ({ seq }) => seq,
  )
const setAside = (follower: string) =>
  things.query(
    `insert into parked_events (follower, seq, topic_id, tries, error)
     select $1, seq, topic_id, 5, 'failed before' from events order by seq`,
    [follower],
  )
const ask = (follower: string) => things.query('insert into replays (follower, at) values ($1, now())', [follower])
const replayed = (follower: string) =>
  until(async () => (await things.query('select from replays where follower = $1', [follower])).length === 0, 60_000)

async function twoTopics() {
  const desk = await things.desk()
  const one = await does(desk, 'thing.make', { label: 'one' })
  const other = await does(desk, 'thing.make', { label: 'other' })
  await does(desk, 'thing.add', { thingId: one.id })
  await does(desk, 'thing.add', { thingId: other.id })
  const events = await things.query<{ seq: number; topic_id: string }>(
    'select seq::int, topic_id from events order by seq',
  )
  const of = (id: string) => events.filter(event => event.topic_id === id).map(({ seq }) => seq)
  return { one: of(String(one.id)), other: of(String(other.id)), all: events.map(({ seq }) => seq), otherId: other.id }
}

test('parked events are handled again in their order, and are parked no longer', async () => {
  const { all } = await twoTopics()
  const { following } = await things.following([markers('rows')])
  await following.drained()
  await things.query('delete from marks')
  await setAside('rows')
  await ask('rows')
  await replayed('rows')
  expect(await marks('rows')).toEqual(all)
  expect(await parked('rows')).toEqual([])
})

test('what fails again stays, with the later ones of its topic; the others pass', async () => {
  const { one, other, otherId } = await twoTopics()
  let mended = true
  const rows = markers('rows', '', async (_tx, events) => {
    if (!mended && events.some(({ topic_id }) => topic_id === otherId)) throw new Error('still broken')
  })
  const { following } = await things.following([rows])
  await following.drained()
  await things.query('delete from marks')
  await setAside('rows')
  mended = false
  await ask('rows')
  await replayed('rows')
  expect(await marks('rows')).toEqual(one)
  const [first, second] = other
  expect(await parked('rows')).toEqual([
    { seq: first, tries: 6, error: 'Error: still broken' },
    { seq: second, tries: 5, error: 'failed before' },
  ])
})

test('a follower that does verbs does them again', async () => {
  const { all } = await twoTopics()
  const acted: number[] = []
  const verbs: VerbFollower = {
    kind: 'verbs',
    name: 'verbs',
    hears: heard,
    async act({ seq }) {
      acted.push(seq)
      return []
    },
  }
  const { following } = await things.following([verbs])
  await following.drained()
  expect(acted).toEqual(all)
  await setAside('verbs')
  await ask('verbs')
  await replayed('verbs')
  expect(acted).toEqual([...all, ...all])
  expect(await parked('verbs')).toEqual([])
})
