import path from 'node:path'
import type { EventName, VerbName } from '@baton/contract'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startChild } from '../../../test/child.ts'
import { heard, markers } from '../../../test/marks.ts'
import { openThings, type Things } from '../../../test/things.ts'
import { does } from '../../../test/things-room.ts'
import { until } from '../../../test/until.ts'
import type { VerbCall, VerbFollower } from './follower.ts'

let things: Things
beforeEach(async () => {
  things = await openThings()
})
afterEach(() => things.close())

const made = ['thing.made'] as unknown as EventName[]
const actor = (act: VerbFollower['act'], name = 'actor'): VerbFollower => ({ kind: 'verbs', name, hears: made, act })
const adding = (thingId: string, amount: number, key?: string): VerbCall => ({
  verb: 'thing.add' as VerbName,
  input: { thingId, amount },
  ...(key && { key }),
})
const amounts = async () =>
  (await things.query<{ amount: number }>('select amount from things order by id')).map(({ amount }) => amount)
const secondsLater = (seconds: number) =>
  things.query('update followers set leased_until = leased_until - make_interval(secs => $1)', [seconds])

describe('a follower that does verbs', () => {
  test('has one effect when it dies between the verb and the cursor, and another process takes over when its lease is out', async () => {
    const desk = await things.desk()
    for (let n = 0; n < 6; n++) await does(desk, 'thing.make', { label: `thing ${n}` })
    const dying = startChild(path.join(import.meta.dirname, 'fixtures/follow.ts'), [
      things.database.connectionString,
      'dying',
      'diesBeforeCursor',
    ])
    expect(await dying.ended).toBe('SIGKILL')
    expect(await amounts()).toEqual([11, 11, 11, 0, 0, 0])
    const [cursor] = await things.query<{ seq: number }>(`select seq::int from followers where name = 'actor'`)
    expect(cursor?.seq).toBe(0)
    await things.following([actor(async event => [adding(event.topic_id, 1), adding(event.topic_id, 10)])])
    // The dead one’s lease still stands.
    await until(async () => (await amounts()).some(amount => amount !== 11), 300).catch(() => {})
    expect(await amounts()).toEqual([11, 11, 11, 0, 0, 0])
    await secondsLater(10)
    await until(async () => (await amounts()).every(amount => amount === 11))
  })

  test('loses nothing when what is left to do is less than before', async () => {
    const desk = await things.desk()
    const ids = []
    for (let n = 0; n < 4; n++) ids.push((await does(desk, 'thing.make', { label: `thing ${n}` })).id)
    let asked = 0
    // Like one that returns whatever somebody still holds: asked again, it answers with the rest.
    const act = async () => {
      const rest = await things.query<{ id: string }>('select id from things where amount = 0 order by id')
      asked += 1
      const calls = rest.map(({ id }) => adding(id, 1, id))
      return asked === 1 ? [calls[0] as VerbCall, { verb: 'no.such' as VerbName, input: {} }] : calls
    }
    await things.following([{ ...actor(act), hears: ['thing.taken'] as unknown as EventName[] }])
    await does(desk, 'thing.take', { thingId: String(ids[0]) })
    await until(async () => (await amounts()).every(amount => amount > 0))
    expect(await amounts()).toEqual([1, 1, 1, 1])
  })

  test('two processes do each verb once between them', async () => {
    const act: VerbFollower['act'] = async event => [adding(event.topic_id, 1)]
    const { desk } = await things.following([actor(act)])
    const other = await things.following([actor(act)])
    for (let n = 0; n < 20; n++) await does(n % 2 ? desk : other.desk, 'thing.make', { label: `thing ${n}` })
    await until(async () => (await amounts()).every(amount => amount > 0))
    expect(await amounts()).toEqual(Array(20).fill(1))
  })

  test('does not move the cursor back when it comes home after its lease was taken over', async () => {
    const entered = Promise.withResolvers<void>()
    const wait = Promise.withResolvers<void>()
    const slow = await things.following([
      actor(async event => {
        entered.resolve()
        await wait.promise
        return [adding(event.topic_id, 1)]
      }),
    ])
    await does(slow.desk, 'thing.make', { label: 'first' })
    await entered.promise
    await secondsLater(11)
    const heir = await things.following([actor(async event => [adding(event.topic_id, 1)])])
    await does(heir.desk, 'thing.make', { label: 'second' })
    await until(async () => (await amounts()).every(amount => amount === 1))
    await heir.following.drained()
    const cursor = () => things.query('select lo, hi, seq, leased_by from followers')
    const before = await cursor()
    wait.resolve()
    await slow.following.drained()
    expect(await amounts()).toEqual([1, 1])
    expect(await cursor()).toEqual(before)
  })

  test('ends a chain of verbs that cause each other', async () => {
    const { desk, following } = await things.following([
      { ...actor(async event => [adding(event.topic_id, 1)]), hears: heard },
    ])
    await does(desk, 'thing.make', { label: 'loop' })
    await until(async () => Number((await amounts())[0]) >= 12)
    await following.drained()
    expect(await amounts()).toEqual([12])
  })

  test('takes a refusal for an answer', async () => {
    const { desk } = await things.following([
      actor(async event => [
        { verb: 'thing.take' as VerbName, input: { thingId: event.topic_id } },
        adding(event.topic_id, 1),
      ]),
    ])
    const ids = [
      await does(desk, 'thing.make', { label: 'free' }),
      await does(await things.desk(), 'thing.make', { label: 'other' }),
    ]
    await does(desk, 'thing.take', { thingId: String(ids[1]?.id) }).catch(() => {})
    await until(async () => (await amounts()).every(amount => amount === 1))
  })
})

test('a slow follower does not hold back the others', async () => {
  const waited = Promise.withResolvers<void>()
  const slow = actor(async () => {
    await waited.promise
    return []
  })
  const { desk } = await things.following([slow, markers('quick')])
  const marks = () => things.query('select * from marks')
  await does(desk, 'thing.make', { label: 'first' })
  await until(async () => (await marks()).length === 1)
  await does(desk, 'thing.make', { label: 'second' })
  await until(async () => (await marks()).length === 2, 3000)
  waited.resolve()
})
