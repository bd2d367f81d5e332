import { afterEach, beforeEach, expect, test } from 'vitest'
import { openThings, type Things } from '../../test/things.ts'
import { does } from '../../test/things-room.ts'
import { until } from '../../test/until.ts'
import { begun } from '../../test/writers.ts'
import { cached } from './configuration.ts'
import type { OpenDesk } from './create.ts'

let things: Things
let here: OpenDesk
let there: OpenDesk
let ruleId: string
beforeEach(async () => {
  things = await openThings()
  here = await things.desk()
  there = await things.desk()
  ruleId = (await does(here, 'thing.make', { label: 'rule' })).id
})
afterEach(() => things.close())

const rule = (text: string) => does(here, 'thing.rule', { thingId: ruleId, rule: text })
let made = 0
/** What rule a verb of the other process goes by, one that locks and one that locks nothing. */
const ruleThere = async () => {
  const unlocked = await does(there, 'thing.make', { label: `thing ${made++}` })
  const locked = await does(there, 'thing.add', { thingId: unlocked.id })
  return [unlocked.note, locked.note]
}

test('another process goes by a change at its very next verb', async () => {
  expect(await ruleThere()).toEqual(['none', 'none'])
  for (let n = 0; n < 10; n++) {
    await rule(`rule ${n}`)
    expect(await ruleThere()).toEqual([`rule ${n}`, `rule ${n}`])
  }
})

test('the version is raised in the transaction of the change: before the commit nobody goes by it', async () => {
  await rule('old')
  expect(await ruleThere()).toEqual(['old', 'old'])
  const [before] = await things.query('select version from configuration')
  const slow = await begun(things)
  await slow.query('update things set note = $2 where id = $1', [ruleId, 'new'])
  await slow.query('update configuration set version = version + 1')
  expect(await ruleThere()).toEqual(['old', 'old'])
  await slow.query('rollback')
  expect(await things.query('select version from configuration')).toEqual([before])
  await things.query(`alter table things add constraint no_rule check (note <> 'broken')`)
  await expect(rule('broken')).rejects.toThrow()
  expect(await things.query('select version from configuration')).toEqual([before])
  expect(await ruleThere()).toEqual(['old', 'old'])
})

test('it is read once for many verbs, and once for all that meet a newer version at the same time', async () => {
  let reads = 0
  const counted = cached('counted', async () => {
    reads += 1
  })
  const desk = await things.desk({ rooms: [{ name: 'counting', configuration: [counted] }] })
  const many = (label: string) =>
    Promise.all(Array.from({ length: 20 }, (_, n) => does(desk, 'thing.make', { label: `${label} ${n}` })))
  await many('first')
  await many('second')
  expect(reads).toBe(1)
  await rule('newer')
  expect(new Set((await many('third')).map(({ note }) => note))).toEqual(new Set(['newer']))
  expect(reads).toBe(2)
})

test('a verb goes by what was changed after it was prepared, and reads it over no connection that it holds itself', async () => {
  const single = await things.desk({ max: 1 })
  const target = await does(single, 'thing.make', { label: 'target' })
  // The only connection goes to the verb that is being prepared, then to us, and only then to its transaction.
  const first = await single.pool.connect()
  const verb = does(single, 'thing.add', { thingId: target.id })
  await until(() => single.pool.waitingCount === 1)
  const second = single.pool.connect()
  first.release()
  const held = await second
  await rule('newer')
  held.release()
  expect(await verb).toMatchObject({ note: 'newer' })
})
