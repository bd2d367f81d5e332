import { sql } from 'kysely'
import type { Desk } from '../../kernel/desk.ts'
import { every } from '../../kernel/every.ts'
import { idleHours, mostDays } from './rows.ts'

/** So long without a socket or a call, and somebody is taken to have left. */
const awayMinutes = 5
/** So long an ended session is still known, for questions; its token never works again. */
const keptDays = 30

/** Every minute: people who have gone without signing out become offline, and sessions long ended are forgotten. */
export async function watchAbsence(desk: Desk): Promise<() => Promise<void>> {
  const watch = every(60_000, () => sweepAbsent(desk), desk)
  return () => watch.stop()
}

export async function sweepAbsent(desk: Desk): Promise<void> {
  const now = desk.clock()
  const since = new Date(now.getTime() - awayMinutes * 60_000)
  const { rows } = await sql<{ id: string }>`
    select a.id from agents a
    where a.presence <> 'offline' and a.presence_at < ${since}
      and not exists (select from sessions s where s.agent_id = a.id and s.ended_at is null and s.seen_at >= ${since})
      and not exists (select from api_keys k where k.owner_id = a.id and k.used_at >= ${since})`.execute(desk.db)
  for (const { id } of rows) {
    await desk.perform('agent.setPresence', { agentId: id, state: 'offline' }, { caller: desk.systemCaller('absence') })
  }
  const before = new Date(now.getTime() - keptDays * 86_400_000)
  await sql`
    delete from sessions where id in (select id from sessions where coalesce(ended_at, expires_at) < ${before} limit 5000)`.execute(
    desk.db,
  )
}

/** What realtime tells every half minute: whoever is connected is here, and their sessions last. */
export const stillHere =
  (desk: Desk) =>
  async (sessionIds: readonly string[]): Promise<void> => {
    const now = desk.clock()
    await sql`
      update sessions set seen_at = ${now},
        expires_at = least(${now}::timestamptz + make_interval(hours => ${idleHours}), created_at + make_interval(days => ${mostDays}))
      where id = any(${sessionIds}::uuid[]) and ended_at is null and expires_at > ${now}
        and seen_at < ${now}::timestamptz - interval '1 minute'`.execute(desk.db)
  }
