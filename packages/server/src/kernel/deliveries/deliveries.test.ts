import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import type { Config } from '../../config.ts'
import { createDesk, type OpenDesk } from '../create.ts'
import { newId } from '../ids.ts'
import type { LoggedEvent } from '../log/event.ts'
import { inTransaction } from '../transaction.ts'
import type { DeliveryRow } from './delivery.ts'
import { openLeases } from './leases.ts'
import { type OpenSender, SendError, type Sender } from './sender.ts'

let database: TestDatabase
const stops: (() => Promise<void>)[] = []

beforeEach(async () => {
  database = await freshDatabase()
})
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
  await database.drop()
})

describe('a delivery', () => {
  test('is written, told of and sent once', async () => {
    const { desk, sent } = await deskWith()
    stops.push(desk.outbox.start())
    const id = await put(desk, { words: '您好' })
    expect(await settled(desk, id)).toMatchObject({
      status: 'sent',
      attempts: 1,
      error: null,
      provider_id: `provider of ${id}`,
    })
    expect(sent).toEqual([id])
    expect(await fateOf(desk, id)).toEqual(['null → queued', 'sending → sent'])
  })

  test('does not exist when the transaction that wanted it is rolled back', async () => {
    const { desk, sent } = await deskWith()
    stops.push(desk.outbox.start())
    const failed = inTransaction(desk, async tx => {
      await desk.outbox.put(tx, [draft(newId())])
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    const other = await put(desk)
    await settled(desk, other)
    expect(sent).toEqual([other])
    expect(await desk.db.selectFrom('deliveries').select('id').execute()).toEqual([{ id: other }])
  })

  test('counts as being sent before its first byte leaves', async () => {
    const seen: string[] = []
    const { desk } = await deskWith({
      async send(delivery) {
        const row = await desk.db
          .selectFrom('deliveries')
          .select('status')
          .where('id', '=', delivery.id)
          .executeTakeFirst()
        seen.push(row?.status ?? '')
        return { providerId: null }
      },
    })
    stops.push(desk.outbox.start())
    await settled(desk, await put(desk))
    expect(seen).toEqual(['sending'])
  })

  test('is tried again after growing pauses, and is a dead letter when the tries are spent', async () => {
    const { desk, sent } = await deskWith(
      { failing: () => new SendError('passing', '451 later') },
      { pauses: [0.05, 0.1] },
    )
    stops.push(desk.outbox.start())
    const id = await put(desk)
    const early = await until(desk, id, row => row.status === 'queued' && row.attempts === 1)
    expect(early).toMatchObject({ error: '451 later' })
    expect(early.next_at).toBeInstanceOf(Date)
    const again = async () => {
      await pause(200)
      await put(desk)
    }
    const spent = until(desk, id, ({ status }) => status === 'failed')
    // Whatever is put in makes the worker look before its poll does.
    await again().then(again).then(again)
    expect(await spent).toMatchObject({ attempts: 3, error: '451 later', next_at: null })
    expect(sent.filter(one => one === id)).toEqual([id, id, id])
  })

  test('fails at once when it will never be taken', async () => {
    const { desk, sent } = await deskWith({ failing: () => new SendError('permanent', '550 no such user') })
    stops.push(desk.outbox.start())
    const id = await put(desk)
    expect(await settled(desk, id)).toMatchObject({ status: 'failed', attempts: 1, error: '550 no such user' })
    expect(sent).toEqual([id])
  })

  test('that may have arrived is unknown and is not sent again by itself', async () => {
    const { desk, sent } = await deskWith(
      { failing: () => new SendError('uncertain', 'the line was cut') },
      { pauses: [0.01] },
    )
    stops.push(desk.outbox.start())
    const id = await put(desk)
    expect(await settled(desk, id)).toMatchObject({ status: 'unknown', error: 'the line was cut' })
    const next = await put(desk)
    await settled(desk, next)
    expect(sent).toEqual([id, next])
  })

  test('waits, and spends no try, while nothing can leave; a worker that can send takes it up', async () => {
    const closed = await deskWith({ closedBecause: 'delivery.noRelay' })
    const stop = closed.desk.outbox.start()
    const id = await put(closed.desk)
    await pause(200)
    expect(await row(closed.desk, id)).toMatchObject({ status: 'queued', attempts: 0, error: 'delivery.noRelay' })
    await stop()
    const { desk, sent } = await deskWith()
    stops.push(desk.outbox.start())
    expect(await settled(desk, id)).toMatchObject({ status: 'sent', error: null })
    expect(sent).toEqual([id])
  })

  test('that is never to be sent is shown as such', async () => {
    const { desk, sent } = await deskWith()
    stops.push(desk.outbox.start())
    const id = newId()
    await inTransaction(desk, tx => desk.outbox.put(tx, [{ ...draft(id), suppressed: 'delivery.noAddress' }]))
    await settled(desk, await put(desk))
    expect(await row(desk, id)).toMatchObject({ status: 'suppressed', error: 'delivery.noAddress', attempts: 0 })
    expect(sent).not.toContain(id)
  })
})

describe('several workers', () => {
  test('send everything exactly once between them', async () => {
    const first = await deskWith({ slow: 5 })
    const second = await deskWith({ slow: 5 })
    stops.push(first.desk.outbox.start(), second.desk.outbox.start())
    const ids = Array.from({ length: 60 }, () => newId())
    await inTransaction(first.desk, tx =>
      first.desk.outbox.put(
        tx,
        ids.slice(0, 30).map(id => draft(id)),
      ),
    )
    await inTransaction(second.desk, tx =>
      second.desk.outbox.put(
        tx,
        ids.slice(30).map(id => draft(id)),
      ),
    )
    for (const id of ids) expect((await settled(first.desk, id)).status).toBe('sent')
    expect([...first.sent, ...second.sent].sort()).toEqual([...ids].sort())
  })

  test('give up only what a dead one was sending', async () => {
    const { desk } = await deskWith()
    const [dead, living] = [newId(), newId()]
    await inTransaction(desk, tx => desk.outbox.put(tx, [draft(dead), draft(living)]))
    await desk.db.updateTable('deliveries').set({ status: 'sending' }).execute()
    const elsewhere = openLeases(desk.pool, desk.log)
    await elsewhere.take(living)
    stops.push(desk.outbox.start())
    expect(await settled(desk, dead)).toMatchObject({ status: 'unknown', error: 'delivery.cutOff' })
    expect(await row(desk, living)).toMatchObject({ status: 'sending' })
    await elsewhere.close()
  })

  test('take up what waits without a job, as after a restored backup', async () => {
    const { desk, sent } = await deskWith()
    const id = await put(desk)
    await desk.pool.query('delete from pgboss.job')
    await desk.db
      .updateTable('deliveries')
      .set({ updated_at: new Date(Date.now() - 600_000) })
      .execute()
    stops.push(desk.outbox.start())
    await settled(desk, id)
    expect(sent).toEqual([id])
  })
})

describe('stopping', () => {
  test('waits for what is being sent', async () => {
    const { desk, sent } = await deskWith({ slow: 300 })
    const stop = desk.outbox.start()
    const id = await put(desk)
    await until(desk, id, delivery => delivery.status === 'sending')
    await stop()
    expect(await row(desk, id)).toMatchObject({ status: 'sent' })
    expect(sent).toEqual([id])
  })
})

describe('a lease', () => {
  test('is held by one at a time, and by nobody when its holder is gone', async () => {
    const { desk } = await deskWith()
    const one = openLeases(desk.pool, desk.log)
    const other = openLeases(desk.pool, desk.log)
    const release = await one.take('a')
    expect(release).toBeDefined()
    expect(await one.take('a')).toBeUndefined()
    expect(await other.take('a')).toBeUndefined()
    await release?.()
    expect(await other.take('a')).toBeDefined()
    await other.close()
    let again: Awaited<ReturnType<typeof one.take>>
    for (let tries = 0; !again && tries < 100; tries++) {
      again = await one.take('a')
      await pause(10)
    }
    expect(again).toBeDefined()
    await one.close()
  })
})

test('no more leave in a minute than the channel allows', async () => {
  const { desk, sent } = await deskWith({}, { perMinute: 12, atOnce: 50 })
  stops.push(desk.outbox.start())
  await inTransaction(desk, tx =>
    desk.outbox.put(
      tx,
      Array.from({ length: 10 }, () => draft(newId())),
    ),
  )
  await pause(1000)
  expect(sent).toHaveLength(2)
})

interface Behaviour extends Partial<OpenSender> {
  failing?: () => Error
  slow?: number
}

async function deskWith({ failing, slow, ...own }: Behaviour = {}, limits: Partial<Sender> = {}) {
  const sent: string[] = []
  const sender: Sender = {
    channel: 'pigeon',
    atOnce: 8,
    perMinute: 60_000,
    ...limits,
    open: () => ({
      async send(delivery) {
        sent.push(delivery.id)
        if (slow) await pause(slow)
        if (failing) throw failing()
        return { providerId: `provider of ${delivery.id}` }
      },
      close: async () => {},
      ...own,
    }),
  }
  const desk = await createDesk({
    config: { timezone: 'Asia/Shanghai', locale: 'zh-CN' } as Config,
    connection: { connectionString: database.connectionString },
    modules: [{ name: 'pigeons', senders: [sender] }],
    filesFolder: `${tmpdir()}/baton-test-${randomUUID()}`,
    log: pino({ level: 'silent' }),
  })
  stops.push(() => desk.close())
  return { desk, sent }
}

const cause: LoggedEvent = {
  seq: 1,
  at: new Date(),
  xid: '0',
  type: 'ticket.replied',
  topic_id: newId(),
  subject_id: newId(),
  actor_kind: 'person',
  actor_id: null,
  actor_name: '',
  verb: 'ticket.reply',
  cause_seq: null,
  depth: 0,
  request_id: null,
  payload: {},
}

const draft = (id: string, request: Record<string, unknown> = {}) => ({
  id,
  topicId: cause.topic_id,
  messageId: null,
  channel: 'pigeon',
  purpose: 'reply',
  recipient: 'somebody',
  request,
  cause,
})

async function put(desk: OpenDesk, request: Record<string, unknown> = {}): Promise<string> {
  const id = newId()
  await inTransaction(desk, tx => desk.outbox.put(tx, [draft(id, request)]))
  return id
}

const row = (desk: OpenDesk, id: string): Promise<DeliveryRow> =>
  desk.db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

const settled = (desk: OpenDesk, id: string) =>
  until(desk, id, ({ status }) => status !== 'queued' && status !== 'sending')

async function until(
  desk: OpenDesk,
  id: string,
  holds: (row: DeliveryRow) => boolean,
  patience = 5000,
): Promise<DeliveryRow> {
  for (const end = Date.now() + patience; ; ) {
    const now = await row(desk, id)
    if (holds(now)) return now
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(now)}`)
    await pause(10)
  }
}

async function fateOf(desk: OpenDesk, id: string): Promise<string[]> {
  const events = await desk.db
    .selectFrom('events')
    .select('payload')
    .where('subject_id', '=', id)
    .orderBy('seq')
    .execute()
  return events.map(({ payload }) => `${payload.from} → ${payload.to}`)
}

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))
