import type { EventName } from '@baton/contract'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openThings, type Things } from '../../../test/things.ts'
import { does } from '../../../test/things-room.ts'
import { until } from '../../../test/until.ts'
import type { DrainFollower } from './follower.ts'

let things: Things
beforeEach(async () => {
  things = await openThings()
})
afterEach(() => things.close())

const drainer = (drain: DrainFollower['drain']): DrainFollower => ({
  kind: 'drains',
  name: 'drainer',
  hears: ['thing.made'] as unknown as EventName[],
  drain,
})

describe('a follower that drains', () => {
  test('is woken once for all that happened meanwhile, and hears nothing else', async () => {
    const heard: string[][] = []
    const first = Promise.withResolvers<void>()
    const { desk, following } = await things.following([
      drainer(async events => {
        heard.push(events.map(({ type }) => type))
        if (heard.length === 1) await first.promise
      }),
    ])
    const { id } = await does(desk, 'thing.make', { label: 'first' })
    await until(() => heard.length === 1)
    for (let n = 0; n < 20; n++) await does(desk, 'thing.make', { label: `thing ${n}` })
    await does(desk, 'thing.take', { thingId: String(id) })
    first.resolve()
    await until(() => heard.flat().length === 21)
    await following.drained()
    expect(new Set(heard.flat())).toEqual(new Set(['thing.made']))
    expect(heard.length).toBeLessThan(6)
  })

  test('is woken again when it failed, and the next event is not lost behind it', async () => {
    let tries = 0
    const { desk } = await things.following([
      drainer(async () => {
        tries += 1
        if (tries < 3) throw new Error('not yet')
        await things.query('update things set amount = 1')
      }),
    ])
    await does(desk, 'thing.make', { label: 'one' })
    await does(desk, 'thing.make', { label: 'two' })
    const amounts = async () =>
      (await things.query<{ amount: number }>('select amount from things')).map(one => one.amount)
    await until(async () => (await amounts()).every(amount => amount === 1), 20_000)
    const [{ parked } = { parked: -1 }] = await things.query<{ parked: number }>(
      'select count(*)::int as parked from parked_events',
    )
    expect(parked).toBe(0)
  })

  test('works in one process at a time, and in another one when that is gone', async () => {
    let working = 0
    let most = 0
    const drain = (name: string) => async () => {
      working += 1
      most = Math.max(most, working)
      await things.query('update things set taken_by = $1 where taken_by is null', [name])
      working -= 1
    }
    const one = await things.following([drainer(drain('one'))])
    const two = await things.following([drainer(drain('two'))])
    for (let n = 0; n < 30; n++) await does(n % 2 ? one.desk : two.desk, 'thing.make', { label: `thing ${n}` })
    const left = async () =>
      (await things.query<{ n: number }>('select count(*)::int as n from things where taken_by is null'))[0]?.n
    await until(async () => (await left()) === 0)
    expect(most).toBe(1)
    await one.following.stop()
    await does(two.desk, 'thing.make', { label: 'later' })
    await until(async () => (await left()) === 0, 20_000)
  })
})
