import { sql } from 'kysely'
import { notFound } from '../../kernel/problems.ts'
import { cursorForms, cursorKey, read, toCursor } from '../../kernel/read.ts'
import { inScope } from './kind.ts'
import { presentCalls } from './present.ts'

export const getCall = read('call.get', async (reading, { id }) => {
  const { rows } = await sql`select 1 from calls k where k.id = ${id} and ${inScope(reading)}`.execute(reading.db)
  const [call] = rows.length > 0 ? await presentCalls(reading, [id]) : []
  if (!call) throw notFound()
  return call
})

/** The calls that the caller may see, the newest first. */
export const listCalls = read('call.list', async (reading, { states, agentId, customerId, waiting, cursor, limit }) => {
  const key = cursorKey(cursor, [cursorForms.time, cursorForms.id])
  const after = key ? sql`(k.started_at, k.id) < (${key[0]}::timestamptz, ${key[1]}::uuid)` : sql`true`
  const { rows } = await sql<{ id: string; at: string }>`
    select k.id, k.started_at::text as at from calls k
    where ${inScope(reading, 'call.list')} and ${after}
      and ${states ? sql`k.state = any(${states}::text[])` : sql`true`}
      and ${agentId ? sql`k.agent_id = ${agentId}` : sql`true`}
      and ${customerId ? sql`k.customer_id = ${customerId}` : sql`true`}
      and ${waiting === undefined ? sql`true` : waiting ? waits : sql`not ${waits}`}
    order by k.started_at desc, k.id desc limit ${limit + 1}`.execute(reading.db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await presentCalls(
      reading,
      shown.map(row => row.id),
    ),
    nextCursor: rows.length > limit && last ? toCursor([last.at, last.id]) : null,
  }
})

/** As the index says it. */
const waits = sql`(k.state = 'missed' and k.outcome is null)`
