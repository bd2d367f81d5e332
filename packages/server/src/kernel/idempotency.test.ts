import type { Condition, VerbName } from '@baton/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openThings, type Things } from '../../test/things.ts'
import { does, type ThingRow, type ThingVerb } from '../../test/things-room.ts'
import type { Caller } from './caller.ts'
import type { OpenDesk } from './create.ts'
import type { Grants } from './grants.ts'
import { newId } from './ids.ts'

let things: Things
let here: OpenDesk
let there: OpenDesk
beforeAll(async () => {
  things = await openThings()
  here = await things.desk({ max: 12 })
  there = await things.desk({ max: 12 })
})
afterAll(() => things.close())

let count = 0
const label = () => `label ${count++}`
const events = async (id: string) =>
  (await things.query<{ type: string }>('select type from events where topic_id = $1 order by seq', [id])).map(
    ({ type }) => type,
  )

describe('a key', () => {
  test('makes the same body answer the same result, as it stands by then', async () => {
    const body = { label: label() }
    const first = await does(here, 'thing.make', body, { idempotencyKey: 'same' })
    await does(here, 'thing.add', { thingId: first.id, amount: 3 })
    const again = await does(there, 'thing.make', body, { idempotencyKey: 'same' })
    expect(again).toMatchObject({ id: first.id, amount: 3, version: 2 })
    expect(await things.query('select from things where label = $1', [body.label])).toHaveLength(1)
  })

  test('knows a body again whatever the order of its properties', async () => {
    const made = await does(here, 'thing.make', { label: label() })
    const first = await does(here, 'thing.add', { thingId: made.id, amount: 2 }, { idempotencyKey: 'order' })
    const again = await does(here, 'thing.add', { amount: 2, thingId: made.id }, { idempotencyKey: 'order' })
    expect([first.amount, again.amount]).toEqual([2, 2])
  })

  test('with another body is refused', async () => {
    const made = await does(here, 'thing.make', { label: label() }, { idempotencyKey: 'body' })
    await expect(does(here, 'thing.make', { label: label() }, { idempotencyKey: 'body' })).rejects.toMatchObject({
      status: 422,
      fields: [{ path: 'Idempotency-Key', code: 'idempotency.otherBody' }],
    })
    expect(await events(made.id)).toEqual(['thing.made'])
  })

  test('belongs to one actor and one verb', async () => {
    const made = await does(here, 'thing.make', { label: label() })
    const by = (name: string, id: string | null = null): Caller => ({
      ...here.systemCaller(name),
      actor: { kind: 'person', id, name },
    })
    const one = newId()
    const add = (caller: Caller) => does(here, 'thing.add', { thingId: made.id }, { idempotencyKey: 'mine', caller })
    expect((await add(by('one', one))).amount).toBe(1)
    expect((await add(by('one, renamed', one))).amount).toBe(1)
    expect((await add(by('two', newId()))).amount).toBe(2)
    expect((await add(here.systemCaller('rule a'))).amount).toBe(3)
    expect((await add(here.systemCaller('rule b'))).amount).toBe(4)
    const taken = await does(
      here,
      'thing.take',
      { thingId: made.id },
      { idempotencyKey: 'mine', caller: by('one', one) },
    )
    expect(taken.taken_by).toBe('one')
    expect((await events(made.id)).filter(type => type === 'thing.added')).toHaveLength(4)
  })
})

describe('twenty twins at once over two processes', () => {
  const twins = async (verb: ThingVerb, body: object, key: string) => {
    const calls = Array.from({ length: 20 }, (_, n) =>
      does(n % 2 ? there : here, verb, body as never, { idempotencyKey: key }),
    )
    return Promise.all(calls)
  }

  test('of a verb that locks nothing make one thing', async () => {
    const body = { label: label() }
    const rows = await twins('thing.make', body, 'unlocked')
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1)
    expect(await events(String(rows[0]?.id))).toEqual(['thing.made'])
  })

  test('of a verb that could be done again have one effect', async () => {
    const made = await does(here, 'thing.make', { label: label() })
    const rows = await twins('thing.add', { thingId: made.id }, 'again')
    expect(rows.map(({ amount }) => amount)).toEqual(Array(20).fill(1))
    expect(await events(made.id)).toEqual(['thing.made', 'thing.added'])
  })

  test('of a verb that makes sense only once hear all that it is done, and none that it was refused', async () => {
    const made = await does(here, 'thing.make', { label: label() })
    const rows = await twins('thing.take', { thingId: made.id }, 'once')
    expect(rows.map(({ taken_by }) => taken_by)).toEqual(Array(20).fill('test'))
    expect(await events(made.id)).toEqual(['thing.made', 'thing.taken'])
  })
})

describe('a refusal', () => {
  test('is not remembered: tried again, it may well succeed', async () => {
    const made = await does(here, 'thing.make', { label: label() })
    await does(here, 'thing.take', { thingId: made.id })
    const take = () => does(here, 'thing.take', { thingId: made.id }, { idempotencyKey: 'refused' })
    await expect(take()).rejects.toMatchObject({ code: 'thing.taken' })
    await things.query('update things set taken_by = null where id = $1', [made.id])
    expect(await take()).toMatchObject({ taken_by: 'test' })
  })

  test('of the input neither', async () => {
    const broken = () => does(here, 'thing.make', { label: '' }, { idempotencyKey: 'broken' })
    await expect(broken()).rejects.toMatchObject({ status: 422 })
    expect(await does(here, 'thing.make', { label: label() }, { idempotencyKey: 'broken' })).toMatchObject({
      amount: 0,
    })
  })
})

describe('a replay is read under the grants of today', () => {
  const me = newId()
  const caller = (may: Grants['may']): Caller => ({
    ...here.systemCaller(''),
    actor: { kind: 'person', id: me, name: 'me' },
    grants: { may, field: () => undefined },
  })
  const few: Condition = { field: 'amount', op: 'lessThan', value: 5 }
  const seeing = (sees: boolean | Condition) => caller(name => (name === 'thing.get' ? sees : true))

  test.each<[string, ThingVerb, (row: ThingRow) => object]>([
    ['made', 'thing.make', row => ({ label: row.label })],
    ['changed', 'thing.add', row => ({ thingId: row.id })],
  ])('what one has %s and may not see any more is not found', async (_what, verb, body) => {
    const made =
      verb === 'thing.make' ? ({ label: label() } as ThingRow) : await does(here, 'thing.make', { label: label() })
    const key = newId()
    const again = (who: Caller) => does(here, verb, body(made) as never, { idempotencyKey: key, caller: who })
    const { id } = await again(seeing(few))
    expect(await again(seeing(few))).toMatchObject({ id })
    await does(here, 'thing.add', { thingId: id, amount: 7 })
    await expect(again(seeing(few))).rejects.toMatchObject({ status: 404, code: 'not_found' })
    await expect(again(seeing(false))).rejects.toMatchObject({ status: 404 })
    expect(await again(seeing(true))).toMatchObject({ id })
    await expect(again(caller(() => false))).rejects.toMatchObject({ status: 403 })
    expect((await events(id)).filter(type => type === 'thing.added').length).toBe(verb === 'thing.make' ? 1 : 2)
  })
})

test('a key that never was says nothing about what exists', async () => {
  const replayed = here.perform(
    'thing.take' as VerbName,
    { thingId: newId() },
    { caller: here.systemCaller(''), idempotencyKey: 'x' },
  )
  await expect(replayed).rejects.toMatchObject({ status: 404 })
})
