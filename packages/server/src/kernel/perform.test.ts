import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openThings, type Things } from '../../test/things.ts'
import { does, type ThingRow } from '../../test/things-room.ts'
import { pause, until } from '../../test/until.ts'
import { begun } from '../../test/writers.ts'
import { newId } from './ids.ts'

let things: Things
beforeEach(async () => {
  things = await openThings()
})
afterEach(() => things.close())

const thing = async (id: string) => (await things.query<ThingRow>('select * from things where id = $1', [id]))[0]
const types = async () =>
  (await things.query<{ type: string }>('select type from events order by seq')).map(({ type }) => type)
const deadlocks = async () => {
  await things.query('select pg_stat_force_next_flush()')
  const [row] = await things.query<{ n: number }>(
    'select deadlocks::int as n from pg_stat_database where datname = current_database()',
  )
  return row?.n
}

describe('locks', () => {
  test('are taken in one order: hundreds of verbs on the same things, named in any order, never wait in a ring', async () => {
    const desks = [await things.desk(), await things.desk()] as const
    const ids = await Promise.all(Array.from({ length: 5 }, (_, n) => does(desks[0], 'thing.make', { label: `${n}` })))
    const boxes = Array.from({ length: 3 }, () => newId())
    for (const id of boxes) await things.query(`insert into boxes (id, label) values ($1, 'box')`, [id])
    const some = <T>(from: readonly T[], seed: number) =>
      [...from.slice(seed % from.length), ...from.slice(0, seed % from.length)].slice(0, 3)
    await Promise.all(
      Array.from({ length: 300 }, (_, n) => {
        const thingIds = some(
          ids.map(({ id }) => id),
          n,
        )
        const boxIds = some(boxes, n * 7)
        const backwards = n % 2 === 0
        return does(n % 3 ? desks[0] : desks[1], 'thing.pack', {
          thingIds: backwards ? thingIds.reverse() : thingIds,
          boxIds: backwards ? boxIds.reverse() : boxIds,
        })
      }),
    )
    const [sum] = await things.query<{ n: number }>('select sum(amount)::int as n from things')
    expect(sum?.n).toBe(900)
    expect(await deadlocks()).toBe(0)
  })

  test.each(['40P01', '40001'])('what fails by %s is tried again, three times', async code => {
    const desk = await things.desk()
    await things.query(`create sequence failures`)
    await things.query(`create function fail() returns trigger language plpgsql as $$ begin
      if nextval('failures') <= 3 then raise exception using errcode = '${code}'; end if; return new; end $$`)
    await things.query('create trigger fails before insert or update on things for each row execute function fail()')
    const made = await does(desk, 'thing.make', { label: 'unlocked' })
    await things.query(`select setval('failures', 1, false)`)
    expect(await does(desk, 'thing.add', { thingId: made.id })).toMatchObject({ amount: 1, version: 2 })
    expect(await types()).toEqual(['thing.made', 'thing.added'])
    await things.query(`select setval('failures', 1, false)`)
    await things.query(`create or replace function fail() returns trigger language plpgsql as $$ begin
      perform nextval('failures'); raise exception using errcode = '${code}'; end $$`)
    await expect(does(desk, 'thing.add', { thingId: made.id })).rejects.toMatchObject({ code })
    const [tries] = await things.query<{ n: number }>('select last_value::int as n from failures')
    expect(tries?.n).toBe(4)
  })

  test('a verb that is chosen to die in a deadlock with somebody else is done all the same', async () => {
    const desk = await things.desk()
    const [one, two] = [
      await does(desk, 'thing.make', { label: 'one' }),
      await does(desk, 'thing.make', { label: 'two' }),
    ]
    const stranger = await begun(things)
    await stranger.query('select from things where id = $1 for update', [two.id])
    const verb = does(desk, 'thing.pack', { thingIds: [one.id, two.id], boxIds: [] })
    await until(
      async () =>
        (
          await things.query(
            `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
          )
        ).length > 0,
    )
    await stranger.query('update things set note = $2 where id = $1', [one.id, 'stranger'])
    await stranger.query('commit')
    await verb
    // On a slow machine the second try may meet the stranger once more.
    expect(await deadlocks()).toBeGreaterThan(0)
    expect([await thing(one.id), await thing(two.id)]).toMatchObject([{ amount: 1, note: 'stranger' }, { amount: 1 }])
  })

  test('fifty hands over two processes: exactly one takes it, the others hear who', async () => {
    const desks = [await things.desk({ max: 12 }), await things.desk({ max: 12 })] as const
    const made = await does(desks[0], 'thing.make', { label: 'wanted' })
    const hands = Array.from({ length: 50 }, (_, n) => {
      const desk = desks[n % 2 ? 1 : 0]
      return does(desk, 'thing.take', { thingId: made.id }, { caller: desk.systemCaller(`hand ${n}`) })
    })
    const outcomes = await Promise.allSettled(hands)
    const winners = outcomes.flatMap((outcome, n) => (outcome.status === 'fulfilled' ? [`hand ${n}`] : []))
    expect(winners).toHaveLength(1)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({ status: 409, code: 'thing.taken', params: { by: winners[0] } })
    expect(await thing(made.id)).toMatchObject({ taken_by: winners[0], version: 2 })
    expect((await types()).filter(type => type === 'thing.taken')).toHaveLength(1)
  })

  test('every verb decides on what the one before it has left', async () => {
    const desks = [await things.desk(), await things.desk()] as const
    const made = await does(desks[0], 'thing.make', { label: 'counter' })
    await Promise.all(
      Array.from({ length: 60 }, (_, n) => does(desks[n % 2 ? 1 : 0], 'thing.add', { thingId: made.id })),
    )
    expect(await thing(made.id)).toMatchObject({ amount: 60, version: 61 })
  })
})

describe('what time alone has done', () => {
  test('is written down first by whatever comes, with its own time and with who held it then', async () => {
    let now = Date.parse('2026-11-22T02:00:00Z')
    const desk = await things.desk({ clock: () => new Date(now) })
    const dueAt = new Date(now + 60_000)
    const made = await does(desk, 'thing.make', { label: 'promise', dueAt: dueAt.toISOString() })
    await does(desk, 'thing.take', { thingId: made.id }, { caller: desk.systemCaller('first holder') })
    await does(desk, 'thing.add', { thingId: made.id })
    expect(await thing(made.id)).toMatchObject({ late_at: null })
    now += 600_000
    await does(desk, 'thing.add', { thingId: made.id })
    expect(await thing(made.id)).toMatchObject({ late_at: dueAt, late_by: 'first holder' })
    await things.query('update things set taken_by = null')
    await does(desk, 'thing.take', { thingId: made.id }, { caller: desk.systemCaller('second holder') })
    expect(await thing(made.id)).toMatchObject({ late_at: dueAt, late_by: 'first holder', taken_by: 'second holder' })
    expect(await types()).toEqual([
      'thing.made',
      'thing.taken',
      'thing.added',
      'thing.late',
      'thing.added',
      'thing.taken',
    ])
  })

  test('stands before the deed that came too late, with nobody as its holder', async () => {
    const desk = await things.desk()
    const made = await does(desk, 'thing.make', { label: 'promise', dueAt: '2026-01-01T00:00:00.000Z' })
    await does(desk, 'thing.take', { thingId: made.id })
    expect(await thing(made.id)).toMatchObject({ late_by: null, taken_by: 'test' })
    expect(await types()).toEqual(['thing.made', 'thing.late', 'thing.taken'])
  })
})

test('a verb waits for the one that holds its thing, and for nobody else', async () => {
  const desk = await things.desk()
  const [held, free] = [
    await does(desk, 'thing.make', { label: 'held' }),
    await does(desk, 'thing.make', { label: 'free' }),
  ]
  const stranger = await begun(things)
  await stranger.query('select from things where id = $1 for update', [held.id])
  let isDone = false
  const waiting = does(desk, 'thing.add', { thingId: held.id }).then(() => {
    isDone = true
  })
  await does(desk, 'thing.add', { thingId: free.id })
  await does(desk, 'thing.make', { label: 'new' })
  await pause(100)
  expect(isDone).toBe(false)
  await stranger.query('commit')
  await waiting
})
