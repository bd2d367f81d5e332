import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import { until } from '../../../test/until.ts'
import { startFollowing } from '../../kernel/log/start.ts'
import { searchFollower } from './follower.ts'
import { readWanted } from './wanted.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk.close())

const found = async (text: string): Promise<string[]> =>
  (await desk.asks('ticket.search', { text, limit: 200 })).items.map((ticket: Answer) => ticket.subject)

test('what changes is found as it is, and no longer as it was', async () => {
  const ticket = await desk.does('ticket.open', { subject: '冰箱结霜', body: '很厚', requester: { name: '甲' } })
  await desk.drained()
  expect(await found('结霜')).toEqual(['冰箱结霜'])
  await desk.does('ticket.update', { ticketId: ticket.id, subject: '冰箱漏水', tags: ['加急件'] })
  await desk.does('ticket.progress', { ticketId: ticket.id, body: '配件在途' })
  await desk.does('ticket.receive', { ticketId: ticket.id, body: '门封坏了', channel: 'email' })
  await desk.does('ticket.solve', { ticketId: ticket.id, result: '更换门封条' })
  await desk.drained()
  expect(await found('结霜')).toEqual([])
  for (const text of ['漏水', '加急件', '配件在途', '门封坏了', '门封条'])
    expect(await found(text)).toEqual(['冰箱漏水'])
})

test('a customer who changes is found by all their tickets, however many', async () => {
  const customer = await desk.does('customer.create', { name: '老名字公司', phones: ['13911112222'] })
  for (let n = 0; n < 130; n++) await desk.does('ticket.open', { subject: `多单 ${n}`, customerId: customer.id })
  await desk.drained()
  expect(await found('2222')).toHaveLength(130)
  await desk.does('customer.update', { customerId: customer.id, name: '新名字公司', phones: ['13911113333'] })
  await desk.drained()
  while (await readWanted(desk.desk));
  expect(await found('老名字')).toEqual([])
  expect(await found('2222')).toEqual([])
  expect(await found('新名字')).toHaveLength(130)
  expect(await found('3333')).toHaveLength(130)
})

test('tickets from before are read newest first, a turn at a time, and a crash in between costs one turn', async () => {
  const before = await desk.desk.db.selectFrom('ticket_words').select(['ticket_id', 'words', 'texts']).execute()
  await desk.desk.pool.query('delete from ticket_words')
  expect(await found('漏水')).toEqual([])
  await desk.desk.pool.query(`insert into words_wanted (id, before_at, before_id)
    values ('00000000-0000-4000-8000-000000004500', 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff')`)
  const broken = { ...desk.desk, pool: failingAt(/update words_wanted|delete from words_wanted/) }
  await expect(readWanted(broken as never)).rejects.toThrow('crash')
  expect(await desk.desk.db.selectFrom('ticket_words').select('ticket_id').execute()).toEqual([])
  while (await readWanted(desk.desk));
  const after = await desk.desk.db.selectFrom('ticket_words').select(['ticket_id', 'words', 'texts']).execute()
  const sorted = (rows: typeof after) => [...rows].sort((a, b) => (a.ticket_id < b.ticket_id ? -1 : 1))
  expect(sorted(after)).toEqual(sorted(before))
})

/** The desk's pool, whose connections break at a statement like that. */
function failingAt(form: RegExp) {
  const { pool } = desk.desk
  return {
    async connect() {
      const client = await pool.connect()
      const query = (text: unknown, ...rest: unknown[]) => {
        const said = typeof text === 'string' ? text : String((text as { text: string }).text)
        return form.test(said)
          ? Promise.reject(new Error('crash'))
          : (client.query as (...args: unknown[]) => unknown)(text, ...rest)
      }
      return { query, release: (error?: Error) => client.release(error) }
    },
  }
}

test('a follower that stops in the middle goes on where it stood', async () => {
  const other = await testDesk({ following: false })
  try {
    const opened: string[] = []
    const open = async (count: number) => {
      for (let n = 0; n < count; n++) opened.push((await other.does('ticket.open', { subject: '续传的工单' })).id)
    }
    await open(20)
    let fails = 3
    const flaky: typeof searchFollower = {
      ...searchFollower,
      async write(tx, events, of) {
        await searchFollower.write(tx, events, of)
        if (fails-- > 0) throw new Error('crash after writing')
      },
    }
    const first = await startFollowing(other.desk, [flaky])
    await open(5)
    first.wake()
    await until(async () => (await rows()) > 0, 30_000)
    await first.stop()
    await open(20)
    const second = await startFollowing(other.desk, [searchFollower])
    await second.drained()
    await second.stop()
    const indexed = await other.desk.db.selectFrom('ticket_words').select('ticket_id').execute()
    expect(new Set(indexed.map(row => row.ticket_id))).toEqual(new Set(opened))
  } finally {
    await other.close()
  }

  async function rows(): Promise<number> {
    return (await other.desk.db.selectFrom('ticket_words').select('ticket_id').execute()).length
  }
})

test('a text with more words than a row holds is found all the same', async () => {
  let body = ''
  for (let n = 0; body.length < 90_000; n++) body += String.fromCodePoint(0x4e00 + ((n * 7919) % 20_000))
  const ticket = await desk.does('ticket.open', { subject: '超长', body })
  for (let n = 1; n < 4; n++)
    await desk.does('ticket.note', {
      ticketId: ticket.id,
      body: [...body]
        .map(c => String.fromCodePoint(0x4e00 + (((c.codePointAt(0) ?? 0) * (n + 2) * 31) % 20_000)))
        .join(''),
    })
  await desk.does('ticket.note', { ticketId: ticket.id, body: '最后写了这一句话 code99887766' })
  await desk.drained()
  const [row] = await desk.desk.db
    .selectFrom('ticket_words')
    .select('long')
    .where('ticket_id', '=', ticket.id)
    .execute()
  expect(row?.long).toBe(true)
  expect(await found('最后写了这一句话')).toEqual(['超长'])
  expect(await found('code99887766')).toEqual(['超长'])
  expect(await found('这句话里没有')).toEqual([])
})
