import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { draft, type Loft, openLoft, pause, put, row, settled, until } from '../../../test/pigeons.ts'
import { newId } from '../ids.ts'
import { inTransaction } from '../transaction.ts'
import { openLeases } from './leases.ts'

let loft: Loft
beforeEach(async () => {
  loft = await openLoft()
})
afterEach(() => loft.close())

describe('several workers', () => {
  test('send everything exactly once between them', async () => {
    const first = await loft.deskWith({ slow: 5 })
    const second = await loft.deskWith({ slow: 5 })
    loft.stops.push(first.desk.outbox.start(), second.desk.outbox.start())
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
    expect([...first.sent, ...second.sent]).toHaveLength(ids.length)
    expect(new Set([...first.sent, ...second.sent])).toEqual(new Set(ids))
  })

  test('give up only what a dead one was sending', async () => {
    const { desk } = await loft.deskWith()
    const [dead, living] = [newId(), newId()]
    await inTransaction(desk, tx => desk.outbox.put(tx, [draft(dead), draft(living)]))
    await desk.db.updateTable('deliveries').set({ status: 'sending' }).execute()
    const elsewhere = openLeases(desk.pool, desk.log)
    loft.stops.push(elsewhere.close)
    await elsewhere.take(living)
    loft.stops.push(desk.outbox.start())
    expect(await settled(desk, dead)).toMatchObject({ status: 'unknown', error: 'delivery.cutOff' })
    expect(await row(desk, living)).toMatchObject({ status: 'sending' })
  })

  test('take up what waits without a job, as after a restored backup', async () => {
    const { desk, sent } = await loft.deskWith()
    const id = await put(desk)
    await desk.pool.query('delete from pgboss.job')
    await desk.db
      .updateTable('deliveries')
      .set({ updated_at: new Date(Date.now() - 600_000) })
      .execute()
    loft.stops.push(desk.outbox.start())
    await settled(desk, id)
    expect(sent).toEqual([id])
  })
})

describe('stopping', () => {
  test('waits for what is being sent', async () => {
    const { desk, sent } = await loft.deskWith({ slow: 300 })
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
    const { desk } = await loft.deskWith()
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
  const { desk, sent } = await loft.deskWith({}, { perMinute: 12, atOnce: 50 })
  loft.stops.push(desk.outbox.start())
  await inTransaction(desk, tx =>
    desk.outbox.put(
      tx,
      Array.from({ length: 10 }, () => draft(newId())),
    ),
  )
  await pause(1000)
  expect(sent).toHaveLength(2)
})
