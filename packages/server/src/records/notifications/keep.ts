import type { NotificationKind } from '@baton/contract'
import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import type { NotificationRow } from './tables.ts'

/** What somebody is to be told; `push`, `mail` and `sms` say when it may leave, null that it does not. */
export interface News {
  agentId: string
  kind: NotificationKind
  ticketId: string | null
  seq: number | null
  params: Record<string, unknown>
  urgent: boolean
  bundle: string | null
  count: number
  listed: boolean
  popup: boolean
  push: Date | null
  mail: Date | null
  sms: Date | null
}

/** What goes on counting leaves the house again after this long. */
const again = '10 minutes'

/**
 * Writes everything in one statement. News of a bundle that the person has not read yet only raise its count, and lose
 * the one ticket when they are about several.
 */
export async function keepNews(db: Db, news: readonly News[], now: Date): Promise<void> {
  if (news.length === 0) return
  const given = JSON.stringify(
    together(news).map(({ agentId, ticketId, ...rest }) => ({
      ...rest,
      id: newId(),
      agent_id: agentId,
      ticket_id: ticketId,
    })),
  )
  await sql`
    with given as (
      select * from jsonb_to_recordset(${given}::jsonb) as g (id uuid, agent_id uuid, kind text, ticket_id uuid, seq bigint,
        params jsonb, urgent boolean, bundle text, count integer, listed boolean, popup boolean, push timestamptz, mail timestamptz, sms timestamptz)
    ), kept as (
      insert into notifications as n (id, agent_id, kind, ticket_id, seq, params, urgent, bundle, count, listed, popup, told_at, created_at)
      select id, agent_id, kind, ticket_id, seq, params, urgent, bundle, count, listed, popup, ${now}, ${now} from given
      on conflict (agent_id, bundle) where read_at is null and bundle is not null do update set
        count = n.count + excluded.count,
        ticket_id = case when n.ticket_id = excluded.ticket_id then n.ticket_id end,
        params = excluded.params, seq = excluded.seq, listed = n.listed or excluded.listed, created_at = excluded.created_at,
        told_at = case when n.told_at <= excluded.told_at - ${again}::interval then excluded.told_at else n.told_at end
      returning id, agent_id, bundle, told_at
    )
    insert into notification_outgoing (notification_id, way, agent_id, due_at)
    select k.id, w.way, k.agent_id, w.due_at
    from kept k
      join given g on g.id = k.id or (g.agent_id = k.agent_id and g.bundle = k.bundle)
      cross join lateral (values ('push', g.push), ('mail', g.mail), ('sms', g.sms)) as w (way, due_at)
    where w.due_at is not null and k.told_at = ${now}
    on conflict do nothing`.execute(db)
}

/** One statement cannot touch a row twice: what would fall into one bundle is one already. */
function together(news: readonly News[]): News[] {
  const bundles = new Map<string, News>()
  const single: News[] = []
  for (const one of news) {
    if (one.bundle === null) {
      single.push(one)
      continue
    }
    const key = `${one.agentId} ${one.bundle}`
    const before = bundles.get(key)
    const ticketId = before && before.ticketId !== one.ticketId ? null : one.ticketId
    bundles.set(key, { ...one, ticketId, count: (before?.count ?? 0) + one.count })
  }
  return [...single, ...bundles.values()]
}

/** No longer news to anybody: what waited in the pool has been taken. Answers whose it was. */
export async function settlePool(db: Db, ticketIds: readonly string[], now: Date): Promise<string[]> {
  const { rows } = await sql<Pick<NotificationRow, 'agent_id'>>`
    update notifications set read_at = ${now}
    where ticket_id = any(${ticketIds}::uuid[]) and kind = 'pool' and read_at is null returning agent_id`.execute(db)
  return rows.map(row => row.agent_id)
}

const keptDays = 90

/** Forgets what is older than ninety days, some thousands at once. */
export async function forgetOld(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptDays * 86_400_000)
  await sql`
    delete from notifications where id = any(array(select id from notifications where created_at < ${before} limit 5000))`.execute(
    db,
  )
}
