import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openThings, type Things } from '../../test/things.ts'
import { does } from '../../test/things-room.ts'
import { upkeep } from './upkeep.ts'

let things: Things
beforeAll(async () => {
  things = await openThings()
})
afterAll(() => things.close())

const partitions = async () => {
  const rows = await things.query<{ name: string }>(`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'events'::regclass order by 1`)
  return rows.map(({ name }) => name)
}

describe('upkeep of the log', () => {
  test('makes the months ahead, also when several processes start at once, and only once', async () => {
    const clock = () => new Date('2031-11-15T00:00:00Z')
    const desks = await Promise.all([1, 2, 3, 4].map(() => things.desk({ clock, max: 2 })))
    await Promise.all(desks.map(upkeep))
    const made = (await partitions()).filter(name => name.startsWith('events_203'))
    expect(made).toEqual(['events_203111', 'events_203112', 'events_203201'])
    await Promise.all(desks.map(upkeep))
    expect((await partitions()).filter(name => name.startsWith('events_203'))).toEqual(made)
  })

  test('puts every event into its month, and one whose month is missing into none', async () => {
    const home = async (id: string) =>
      (
        await things.query<{ home: string }>(
          'select tableoid::regclass::text as home from events where topic_id = $1',
          [id],
        )
      )[0]?.home
    const at = async (time: string) => {
      const desk = await things.desk({ clock: () => new Date(time) })
      return (await does(desk, 'thing.make', { label: time })).id
    }
    expect(await home(await at('2031-12-31T23:59:59.999Z'))).toBe('events_203112')
    expect(await home(await at('2032-01-01T00:00:00.000Z'))).toBe('events_203201')
    expect(await home(await at('2040-06-01T00:00:00.000Z'))).toBe('events_default')
    // Nothing is lost, and nothing fails, when the month begins after all.
    const late = await things.desk({ clock: () => new Date('2040-06-01T00:00:00Z') })
    await upkeep(late)
    expect(await partitions()).toContain('events_204007')
  })

  test('forgets idempotency keys after two days and not before', async () => {
    const desk = await things.desk()
    await does(desk, 'thing.make', { label: 'kept' }, { idempotencyKey: 'kept' })
    await does(desk, 'thing.make', { label: 'old' }, { idempotencyKey: 'old' })
    await things.query(`update idempotency set at = at - interval '47 hours'`)
    await things.query(`update idempotency set at = at - interval '2 hours' where key = 'old'`)
    await upkeep(desk)
    expect(await things.query('select key from idempotency')).toEqual([{ key: 'kept' }])
  })
})

test('the log carries three indexes and no more: every one is paid at every event', async () => {
  const rows = await things.query<{ indexdef: string }>(`select indexdef from pg_indexes where tablename = 'events'`)
  expect(rows.map(({ indexdef }) => indexdef.replace(/.*USING /, '')).sort((a, b) => (a < b ? -1 : 1))).toEqual([
    'btree (seq)',
    'btree (topic_id, seq)',
    'btree (xid)',
  ])
})
