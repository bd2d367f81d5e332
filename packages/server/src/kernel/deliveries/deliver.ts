import type { Desk } from '../desk.ts'
import { inTransaction } from '../transaction.ts'
import type { DeliveryRow } from './delivery.ts'
import type { Job } from './jobs.ts'
import type { Leases } from './leases.ts'
import { renounceOne } from './lost.ts'
import { rest, type Turn, takeTurn } from './pace.ts'
import { nextTry } from './pauses.ts'
import { type OpenSender, SendError, type Sender } from './sender.ts'
import { type Patch, settle, stampOf } from './settle.ts'
import type { Works } from './works.ts'

/**
 * One try of one delivery. That it is being sent is committed before its first byte leaves, and a lease tells that
 * somebody living sends it; so a row that is `sending` without a lease was cut off in between, and nobody knows where.
 */
export async function deliver(works: Works, leases: Leases, sender: Sender, job: Job): Promise<void> {
  const { desk, jobs } = works
  const { deliveryId } = job.data
  const open = works.sender(sender.channel)
  const release = open ? await leases.take(deliveryId) : undefined
  if (!open || !release) return jobs.done(sender.channel, job)
  try {
    const turn = await turnOf(desk, open, deliveryId)
    const wait = turn ? await takeTurn(desk, turn, () => desk.clock()) : 0
    if (wait > 0) return await postpone(works, sender, job, wait)
    const row = await claim(desk, deliveryId)
    if (!row) {
      await renounceOne(desk, deliveryId)
      return await jobs.done(sender.channel, job)
    }
    const patch = await attempt(desk, sender, open, row, turn)
    await finish(works, sender, job, row, patch)
  } finally {
    await release()
  }
}

async function turnOf(desk: Desk, open: OpenSender, id: string): Promise<Turn | undefined> {
  if (!open.turn) return undefined
  const row = await desk.db
    .selectFrom('deliveries')
    .selectAll()
    .where('id', '=', id)
    .where('status', '=', 'queued')
    .executeTakeFirst()
  return row && open.turn(row)
}

/** It is not its turn: it waits, visibly, and no try is spent. */
async function postpone({ desk, jobs }: Works, { channel }: Sender, job: Job, wait: number): Promise<void> {
  const next = new Date(desk.clock().getTime() + Math.ceil(wait * 1000))
  await inTransaction(desk, async tx => {
    const { numUpdatedRows } = await tx.db
      .updateTable('deliveries')
      .set({ next_at: next, error: 'delivery.turn', updated_at: desk.clock() })
      .where('id', '=', job.data.deliveryId)
      .where('status', '=', 'queued')
      .executeTakeFirst()
    if (numUpdatedRows > 0n) await jobs.insert(tx, channel, [job.data.deliveryId], next)
    await jobs.done(channel, job, tx)
  })
}

/** From here on the delivery counts as perhaps sent. Undefined: it is not to be sent any more. */
async function claim(desk: Desk, id: string): Promise<DeliveryRow | undefined> {
  return desk.db
    .updateTable('deliveries')
    .set(row => ({
      status: 'sending',
      attempts: row('attempts', '+', 1),
      next_at: null,
      error: null,
      updated_at: desk.clock(),
    }))
    .where('id', '=', id)
    .where('status', '=', 'queued')
    .returningAll()
    .executeTakeFirst()
}

async function attempt(
  desk: Desk,
  sender: Sender,
  open: OpenSender,
  row: DeliveryRow,
  turn: Turn | undefined,
): Promise<Patch> {
  try {
    const { providerId } = await open.send(row)
    return { status: 'sent', provider_id: providerId, error: null, sent_at: desk.clock() }
  } catch (error) {
    const failure = error instanceof SendError ? error.failure : 'passing'
    if (!(error instanceof SendError))
      desk.log.error({ err: error, delivery: row.id }, 'a delivery failed unexpectedly')
    const next = nextTry(row.attempts, desk.clock(), Math.random(), sender.pauses)
    const resting = error instanceof SendError ? error.rest : 0
    if (!turn || resting === 0) return afterFailure(failure, wordsOf(error), next)
    const rested = new Date(desk.clock().getTime() + resting * 1000)
    await rest(desk.db, turn.key, rested)
    return afterFailure(failure, wordsOf(error), next && next < rested ? rested : next)
  }
}

/** What becomes of a delivery that was not taken: `next` is when it may be tried again, if ever. */
export function afterFailure(failure: SendError['failure'], error: string, next: Date | undefined): Patch {
  if (failure === 'uncertain') return { status: 'unknown', error }
  if (failure === 'permanent' || !next) return { status: 'failed', error }
  return { status: 'queued', error, next_at: next }
}

/** The row, its event, the next try's job and the end of this one: all or nothing. */
async function finish({ desk, jobs }: Works, sender: Sender, job: Job, row: DeliveryRow, patch: Patch): Promise<void> {
  await inTransaction(desk, async tx => {
    const now = await tx.db.selectFrom('deliveries').selectAll().where('id', '=', row.id).forUpdate().executeTakeFirst()
    // Another worker may have taken us for dead while the database was away; we know better.
    if (now?.status === 'sending' || now?.status === 'unknown') {
      await settle(tx, now, patch, stampOf(sender.channel, desk.clock()))
      if (patch.next_at) await jobs.insert(tx, sender.channel, [row.id], patch.next_at)
    }
    await jobs.done(sender.channel, job, tx)
  })
  desk.events.wake()
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 1000)
