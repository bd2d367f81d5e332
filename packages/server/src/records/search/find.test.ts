import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import { expected } from './common.ts'
import { type Bounds, findTickets } from './find.ts'
import { matchOf } from './match.ts'

/** Slices of three tickets each, and bounds so narrow that every common word is looked for from the newest on. */
let desk: TestDesk
const opened: { id: string; urgent: boolean; rare: boolean }[] = []
const many = 45
const minute = 60_000

beforeAll(async () => {
  desk = await testDesk()
  const begin = desk.now().getTime()
  for (let n = 1; n * 3 < many; n++)
    await sql`insert into word_slices (slice, from_at, size) values (${n + 1}, ${new Date(begin + n * 3 * minute)}, 0)`.execute(
      desk.desk.db,
    )
  for (let n = 0; n < many; n++) {
    const urgent = n % 7 === 3
    const rare = n === 2
    const ticket: Answer = await desk.does('ticket.open', {
      subject: `共同的词 ${rare ? '罕见' : ''}`,
      urgency: urgent ? 'urgent' : 'normal',
    })
    opened.unshift({ id: ticket.id, urgent, rare })
    desk.turn(minute)
  }
  await desk.drained()
})
afterAll(() => desk.close())

const everything = async (text: string, urgent: boolean, bounds: Bounds) => {
  const reading = await desk.desk.reading(desk.system)
  const match = matchOf([{ text }], reading)
  if (!match) throw new Error('nothing to look for')
  const within = urgent ? sql<boolean>`t.urgency = 'urgent'` : undefined
  const pages: string[][] = []
  let after: readonly string[] | undefined
  do {
    const page = await findTickets(reading, match, within, { after, limit: 4 }, bounds)
    pages.push(page.found.map(({ id }) => id))
    after = page.next
  } while (after)
  return pages
}

describe.each([
  ['all at once', { sample: { told: 1000, looked: 1000 }, near: { told: 100, looked: 100 }, reach: [] }],
  ['the newest, then all', { sample: { told: 1000, looked: 1000 }, near: { told: 1, looked: 1 }, reach: [1] }],
  ['slice by slice', { sample: { told: 5, looked: 5 }, near: { told: 1, looked: 1 }, reach: [1, 2, 4, 8] }],
  ['two slices a page', { sample: { told: 5, looked: 5 }, near: { told: 1, looked: 1 }, reach: [1] }],
  ['one slice a page', { sample: { told: 0, looked: 0 }, near: { told: 1, looked: 1 }, reach: [] }],
])('%s', (_, bounds) => {
  test('a common word: every ticket once, the newest first', async () => {
    expect((await everything('共同', false, bounds)).flat()).toEqual(opened.map(({ id }) => id))
  })

  test('with a condition that few fulfil', async () => {
    expect((await everything('共同的词', true, bounds)).flat()).toEqual(
      opened.filter(one => one.urgent).map(({ id }) => id),
    )
  })

  test('a rare word', async () => {
    expect((await everything('罕见', false, bounds)).flat()).toEqual(opened.filter(one => one.rare).map(({ id }) => id))
  })
})

test('pages are no longer than asked for', async () => {
  for (const page of await everything('共同', false, {
    sample: { told: 5, looked: 5 },
    near: { told: 2, looked: 1 },
    reach: [1, 2, 4, 8],
  }))
    expect(page.length).toBeLessThanOrEqual(4)
})

test('how common words are is known from the statistics: of several the rarest counts, of what is not listed nothing', async () => {
  await sql`analyze ticket_words`.execute(desk.desk.db)
  const reading = await desk.desk.reading(desk.system)
  const known = async (...texts: string[]) => {
    const match = matchOf(
      texts.map(text => ({ text })),
      reading,
    )
    return match ? Math.round(await expected(reading, match)) : undefined
  }
  expect(await known('共同')).toBe(many)
  expect(await known('共同的词')).toBe(many)
  expect(await known('共')).toBeGreaterThanOrEqual(many)
  expect(await known('没有')).toBe(0)
  expect(await known('共同', '没有')).toBe(0)
})
