import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openThings, type Things } from '../../test/things.ts'
import { does, type ThingRow, told } from '../../test/things-room.ts'
import type { OpenDesk } from './create.ts'
import { Draft } from './draft.ts'
import { newId } from './ids.ts'
import { save } from './save.ts'
import { add, put, type Row, reconfigure, remove, type Step, set, setAll } from './steps.ts'

let things: Things
let desk: OpenDesk
beforeEach(async () => {
  things = await openThings()
  desk = await things.desk()
})
afterEach(() => things.close())

const stamp = {
  at: new Date(),
  actorKind: 'system',
  actorId: null,
  actorName: 'test',
  verb: 'thing.make',
  causeSeq: null,
  depth: 0,
  requestId: null,
}
const saved = async (rows: readonly ThingRow[], steps: readonly Step[]) => {
  const draft = new Draft()
  for (const row of rows) draft.hold('things', row as unknown as Row)
  draft.apply(steps)
  await save(desk.unlocked, draft, stamp)
}
const thing = async (id: string) =>
  (await things.query<ThingRow>('select * from things where id = $1', [id]))[0] as ThingRow
const make = (label: string) => does(desk, 'thing.make', { label })

describe('one statement writes a whole draft', () => {
  test('with every change of a row, the one of a later reaction too', async () => {
    const made = await make('one')
    await saved(
      [made],
      [set('things', made.id, { amount: 2 }), told('thing.added', made.id), set('things', made.id, { note: 'late' })],
    )
    expect(await thing(made.id)).toMatchObject({ amount: 2, note: 'late', version: 2 })
  })

  test('with several rows that change alike, each by its own values of whatever type, and none of the others', async () => {
    const roles = () => things.query<Row>('select * from roles order by name')
    await things.query(`insert into roles (id, name, grants, created_at)
      select gen_random_uuid(), name, '{}', now() from unnest(array['a', 'b', 'c']) name`)
    const [a, b, c] = (await roles()) as [Row, Row, Row]
    const at = new Date('2026-11-22T02:00:00.123Z')
    const change = (row: Row, shipped: string[], archived_at: Date | null): Step =>
      set('roles', String(row.id), { grants: { [String(row.name)]: true }, shipped, archived_at })
    const draft = new Draft()
    for (const row of [a, b]) draft.hold('roles', row)
    draft.apply([change(a, ['x', 'y'], at), change(b, [], null)])
    await save(desk.unlocked, draft, stamp)
    expect(await roles()).toEqual([
      { ...a, grants: { a: true }, shipped: ['x', 'y'], archived_at: at, version: 2 },
      { ...b, grants: { b: true }, version: 2 },
      c,
    ])
    await saved(
      [],
      [a, c].map(({ id }) => remove('roles', { id: String(id) })),
    )
    expect(await roles()).toMatchObject([{ name: 'b' }])
  })

  test('with what changes many rows at once: by a value, by one of several, by having none', async () => {
    const [one, two, three] = [await make('one'), await make('two'), await make('three')]
    await saved([], [setAll('things', { note: 'none' }, { note: null })])
    await saved([], [setAll('things', { id: [one.id, two.id], note: null }, { note: 'read' })])
    await saved([], [setAll('things', { id: [one.id, three.id], note: null }, { note: 'later' })])
    const notes = await Promise.all([one, two, three].map(async ({ id }) => (await thing(id)).note))
    expect(notes).toEqual(['read', 'read', 'later'])
  })

  test('a reaction within the transaction changes the row that the verb has changed', async () => {
    const reacting = await things.desk({
      rooms: [
        {
          name: 'reacting',
          within: [
            {
              name: 'doubling',
              hears: ['thing.added' as never],
              react: draft =>
                draft.events.map(({ topicId: id }) =>
                  set('things', id, { amount: Number(draft.row('things', id)?.amount) * 2 }),
                ),
            },
          ],
        },
      ],
    })
    const made = await make('one')
    expect(await does(reacting, 'thing.add', { thingId: made.id, amount: 5 })).toMatchObject({ amount: 10, version: 2 })
  })

  test('a constraint leaves nothing half done: no row, no event, no timer, no key, no new version', async () => {
    const one = await make('one')
    await make('two')
    const before = await everything()
    const steps = [
      set('things', one.id, { amount: 5 }),
      add('boxes', { id: newId(), label: 'box', version: 1 }),
      put('timers', ['subject_id', 'verb'], {
        subject_id: one.id,
        verb: 'thing.wait',
        due_at: new Date(),
        input: {},
        tries: 0,
      }),
      told('thing.added', one.id),
      reconfigure,
    ]
    for (const broken of [
      add('things', { id: newId(), label: 'two' }),
      add('things', { id: newId(), label: 'three', amount: 1_000_000 }),
      add('things', { id: newId() }),
      add('things', { id: newId(), label: 'four', colour: 'red' } as never),
      remove('things', { colour: 'red' } as never),
      set('things', one.id, { colour: 'red' } as never),
      set('things', one.id, { 'taken_by" = null, "note': 'red' } as never),
    ]) {
      await expect(saved([one], [...steps, broken])).rejects.toThrow()
      await expect(saved([one], [broken, ...steps])).rejects.toThrow()
      expect(await everything()).toEqual(before)
    }
    await saved([one], steps)
    expect(await everything()).not.toEqual(before)
  })

  test('a verb that fails by a constraint answers in words, and has done nothing', async () => {
    await make('one')
    const before = await everything()
    await expect(make('one')).rejects.toMatchObject({ status: 409, code: 'taken' })
    await expect(does(desk, 'thing.make', { label: 'one' }, { idempotencyKey: 'k' })).rejects.toMatchObject({
      code: 'taken',
    })
    expect(await everything()).toEqual(before)
  })

  test('events stand in the log in the order in which they were told', async () => {
    const one = await make('one')
    const told100 = Array.from({ length: 100 }, (_, n) => told('thing.noted', one.id, { n }))
    await saved([one], [...told100.slice(0, 50), set('things', one.id, { amount: 1 }), ...told100.slice(50)])
    const rows = await things.query<{ n: number }>(
      `select (payload->>'n')::int as n from events where type = 'thing.noted' order by seq`,
    )
    expect(rows.map(({ n }) => n)).toEqual(told100.map((_, n) => n))
  })

  test('values travel as they are', async () => {
    const label = `it's "quoted" \\ $1 %s ${'字'.repeat(20)} 😀 </script> {a,b} null`
    const made = await make(label)
    expect((await thing(made.id)).label).toBe(label)
    await saved(
      [made],
      [told('thing.noted', made.id, { note: label, list: [1, null, 'x'], deep: { a: { b: false } } })],
    )
    const [row] = await things.query<{ payload: unknown }>(`select payload from events where type = 'thing.noted'`)
    expect(row?.payload).toEqual({ note: label, list: [1, null, 'x'], deep: { a: { b: false } } })
  })
})

describe('verbs that come together share statements', () => {
  const numbers = Array.from({ length: 40 }, (_, n) => n)

  test('each has its own row, filled in by the database, and its own event', async () => {
    await make('first')
    const made = await Promise.all(numbers.map(n => make(`thing ${n}`)))
    const commits = await things.query('select distinct xid::text from events')
    expect(commits.length).toBeLessThan(numbers.length / 2)
    expect(made.map(({ label, version, amount }) => ({ label, version, amount }))).toEqual(
      numbers.map(n => ({ label: `thing ${n}`, version: 1, amount: 0 })),
    )
    const rows = await things.query<{ topic_id: string }>(
      `select topic_id from events where type = 'thing.made' order by seq offset 1`,
    )
    expect(rows.map(row => row.topic_id).sort()).toEqual(made.map(({ id }) => id).sort())
  })

  test('one that is refused takes no other with it', async () => {
    await make('taken')
    const made = await Promise.allSettled(numbers.map(n => make(n % 5 === 0 ? 'taken' : `thing ${n}`)))
    expect(made.map(({ status }) => status)).toEqual(numbers.map(n => (n % 5 === 0 ? 'rejected' : 'fulfilled')))
    expect(await things.query('select 1 from things')).toHaveLength(33)
    expect(await things.query(`select 1 from events where type = 'thing.made'`)).toHaveLength(33)
  })

  test('two that want the same key are not both refused', async () => {
    const made = await Promise.allSettled(numbers.map(n => make(`thing ${n % 20}`)))
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
    expect(await things.query('select 1 from things')).toHaveLength(20)
  })

  test('where nobody knows whether it was written, nothing is written again', async () => {
    await things.query(`
      create function cut() returns trigger language plpgsql as $$
      begin raise exception using errcode = '57P01'; end $$;
      create trigger cut before insert on things for each row when (new.label like 'thing %') execute function cut()`)
    const before = desk.statements()
    const made = await Promise.allSettled(numbers.map(n => make(`thing ${n}`)))
    expect(made.every(({ status }) => status === 'rejected')).toBe(true)
    // Each has asked for the configuration; had each been written again for itself, that would be a second one.
    expect(desk.statements() - before).toBeLessThan(numbers.length * 2)
  })
})

/** All that a save may write. */
const everything = async () => ({
  things: await things.query('select * from things order by id'),
  boxes: await things.query('select * from boxes'),
  timers: await things.query('select * from timers'),
  events: await things.query('select seq from events order by seq'),
  keys: await things.query('select * from idempotency'),
  version: await things.query('select version from configuration'),
})
