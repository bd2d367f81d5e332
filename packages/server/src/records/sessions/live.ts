import type { Db } from '../../kernel/db.ts'
import type { SessionRow } from './rows.ts'

/** Somebody's sessions that have neither ended nor expired, the last seen first. */
export const liveSessions = (db: Db, agentId: string, now: Date): Promise<SessionRow[]> =>
  db
    .selectFrom('sessions')
    .selectAll()
    .where('agent_id', '=', agentId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute()
