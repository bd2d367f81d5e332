import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { markers } from '../../../test/marks.ts'
import { openThings, type Things } from '../../../test/things.ts'
import { does } from '../../../test/things-room.ts'
import { begun, writes } from '../../../test/writers.ts'
import { newId } from '../ids.ts'
import { ensureCursors } from './cursors.ts'
import { horizonHolder, positions, warnOfLag } from './lag.ts'

let things: Things
beforeEach(async () => {
  things = await openThings()
})
afterEach(() => things.close())

const later = (seconds: number) => things.query('update events set at = at - make_interval(secs => $1)', [seconds])

test('what a follower has not read is counted, above its window and within', async () => {
  const desk = await things.desk()
  for (let n = 0; n < 5; n++) await does(desk, 'thing.make', { label: `thing ${n}` })
  await ensureCursors(desk.db, ['new'])
  await later(100)
  const of = async () => (await positions(desk.db)).find(({ name }) => name === 'new')
  expect(await of()).toMatchObject({ lagEvents: 5, lagSeconds: expect.closeTo(100, -1) })
  // In the middle of a window that reaches up to now.
  await things.query(
    `update followers set hi = pg_current_xact_id(), seq = (select seq from events order by seq offset 1 limit 1)`,
  )
  expect(await of()).toMatchObject({ lagEvents: 3 })
  const { following } = await things.following([markers('new')])
  await following.drained()
  expect(await of()).toEqual({ name: 'new', lagEvents: 0, lagSeconds: 0 })
})

test('the horizon’s age and its holder can be seen; who only reads holds nothing', async () => {
  const desk = await things.desk()
  const reader = await begun(things)
  await reader.query('set transaction isolation level repeatable read')
  await reader.query('select 1')
  const holder = await begun(things)
  await holder.query(`set application_name = 'a long import'`)
  await holder.query('savepoint begun')
  await writes(holder, newId())
  await holder.query('select pg_sleep(0.3)')
  const held = await holders()
  expect(held.owner).toMatch(/^a long import \(process \d+\)$/)
  expect(held.ageSeconds).toBeGreaterThan(0.3)
  await holder.query('rollback')
  expect((await holders()).owner).toBeNull()

  /** Other tests have their own databases on the same server: theirs are passed over. */
  async function holders() {
    for (;;) {
      const found = await horizonHolder(desk.db)
      if (!found.owner || found.owner.startsWith('a long import')) return found
    }
  }
})

test('a follower that is half a minute behind is told of in the log', async () => {
  const lines: Record<string, unknown>[] = []
  const out = new Writable({
    write(line, _encoding, done) {
      lines.push(JSON.parse(String(line)))
      done()
    },
  })
  const desk = { ...(await things.desk()), log: pino(out) }
  await ensureCursors(desk.db, ['sleepy'])
  await does(desk, 'thing.make', { label: 'thing' })
  await warnOfLag(desk)
  expect(lines).toEqual([])
  await later(40)
  await warnOfLag(desk)
  expect(lines).toMatchObject([{ level: 40, follower: 'sleepy', lagEvents: 1, lagSeconds: expect.closeTo(40, -1) }])
})
