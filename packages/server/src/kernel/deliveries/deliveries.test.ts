import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { draft, fateOf, type Loft, openLoft, pause, put, row, settled, until } from '../../../test/pigeons.ts'
import { newId } from '../ids.ts'
import { inTransaction } from '../transaction.ts'
import { SendError } from './sender.ts'

let loft: Loft
beforeEach(async () => {
  loft = await openLoft()
})
afterEach(() => loft.close())

describe('a delivery', () => {
  test('is written, told of and sent once', async () => {
    const { desk, sent } = await loft.deskWith()
    loft.stops.push(desk.outbox.start())
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
    const { desk, sent } = await loft.deskWith()
    loft.stops.push(desk.outbox.start())
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
    const { desk } = await loft.deskWith({
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
    loft.stops.push(desk.outbox.start())
    await settled(desk, await put(desk))
    expect(seen).toEqual(['sending'])
  })

  test('is tried again after growing pauses, and is a dead letter when the tries are spent', async () => {
    const { desk, sent } = await loft.deskWith(
      { failing: () => new SendError('passing', '451 later') },
      { pauses: [0.05, 0.1] },
    )
    loft.stops.push(desk.outbox.start())
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
    const { desk, sent } = await loft.deskWith({ failing: () => new SendError('permanent', '550 no such user') })
    loft.stops.push(desk.outbox.start())
    const id = await put(desk)
    expect(await settled(desk, id)).toMatchObject({ status: 'failed', attempts: 1, error: '550 no such user' })
    expect(sent).toEqual([id])
  })

  test('that may have arrived is unknown and is not sent again by itself', async () => {
    const { desk, sent } = await loft.deskWith(
      { failing: () => new SendError('uncertain', 'the line was cut') },
      { pauses: [0.01] },
    )
    loft.stops.push(desk.outbox.start())
    const id = await put(desk)
    expect(await settled(desk, id)).toMatchObject({ status: 'unknown', error: 'the line was cut' })
    const next = await put(desk)
    await settled(desk, next)
    expect(sent).toEqual([id, next])
  })

  test('waits, and spends no try, while nothing can leave; a worker that can send takes it up', async () => {
    const closed = await loft.deskWith({ closedBecause: 'delivery.noRelay' })
    const stop = closed.desk.outbox.start()
    const id = await put(closed.desk)
    await pause(200)
    expect(await row(closed.desk, id)).toMatchObject({ status: 'queued', attempts: 0, error: 'delivery.noRelay' })
    await stop()
    const { desk, sent } = await loft.deskWith()
    loft.stops.push(desk.outbox.start())
    expect(await settled(desk, id)).toMatchObject({ status: 'sent', error: null })
    expect(sent).toEqual([id])
  })

  test('that is never to be sent is shown as such', async () => {
    const { desk, sent } = await loft.deskWith()
    loft.stops.push(desk.outbox.start())
    const id = newId()
    await inTransaction(desk, tx => desk.outbox.put(tx, [{ ...draft(id), suppressed: 'delivery.noAddress' }]))
    await settled(desk, await put(desk))
    expect(await row(desk, id)).toMatchObject({ status: 'suppressed', error: 'delivery.noAddress', attempts: 0 })
    expect(sent).not.toContain(id)
  })
})
