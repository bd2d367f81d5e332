import type { RowFollower } from '../../kernel/log/follower.ts'

/** What a person wants sent again gets a job; the verb itself may run where no worker is. */
export const queueRetried: RowFollower = {
  kind: 'rows',
  name: 'deliveries.retried',
  hears: ['delivery.changed'],
  async write(tx, events, desk) {
    const ids = events.filter(event => event.verb === 'delivery.retry').map(event => event.subject_id)
    if (ids.length === 0) return
    const rows = await tx.db
      .selectFrom('deliveries')
      .select(['id', 'channel'])
      .where('id', '=', ({ fn, val }) => fn.any(val([...new Set(ids)])))
      .execute()
    for (const { id, channel } of rows) await desk.outbox.hint(tx, channel, [id])
  },
}
