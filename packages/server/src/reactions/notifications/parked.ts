import { sql } from 'kysely'
import type { Desk } from '../../kernel/desk.ts'
import { inTransaction } from '../../kernel/transaction.ts'
import { keepNews } from '../../records/notifications/index.ts'
import { directory } from '../../records/people/index.ts'
import { newsFor } from './recipients.ts'

/** Tells the administrators when a follower has set an event aside since they were last told. */
export async function tellParked(desk: Desk): Promise<boolean> {
  const picture = await desk.configuration.current()
  const now = desk.clock()
  return inTransaction(desk, async tx => {
    const { rows } = await sql<{ parked_at: Date | null; told_of: string | null }>`
      select (select max(parked_at) from parked_events) as parked_at,
        (select max(params ->> 'parkedAt') from notifications
          where ticket_id is null and kind = 'trouble' and params ->> 'how' = 'parked') as told_of`.execute(tx.db)
    const parkedAt = rows[0]?.parked_at?.toISOString()
    if (!parkedAt || parkedAt <= (rows[0]?.told_of ?? '')) return false
    const to = picture.of(directory).administrators()
    const telling = {
      kind: 'trouble' as const,
      to,
      params: { how: 'parked', parkedAt },
      bundle: 'trouble:parked',
      seq: null,
      actorId: null,
      ticket: undefined,
    }
    await keepNews(tx.db, await newsFor([telling], { db: tx.db, picture, now, ticketKind: desk.kind('ticket') }), now)
    tx.afterCommit(() => desk.nudge('notification', to))
    return true
  })
}
