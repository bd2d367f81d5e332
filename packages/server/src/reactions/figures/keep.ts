import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { History } from './history.ts'
import { type Dimensions, keyTextOf, type Life } from './life.ts'

/** What is known of these tickets so far. */
export async function livesOf(db: Db, ticketIds: readonly string[]): Promise<Map<string, Life>> {
  const rows = await db
    .selectFrom('figure_lives')
    .select(['ticket_id', 'memory'])
    .where('ticket_id', '=', sql<string>`any(${[...ticketIds]}::uuid[])`)
    .execute()
  return new Map(rows.map(row => [row.ticket_id, row.memory]))
}

/** The first event from which on the log tells of kept promises. */
export async function keptFrom(db: Db): Promise<number> {
  const { kept_from } = await db.selectFrom('figure_marks').select('kept_from').executeTakeFirstOrThrow()
  return kept_from
}

type Kept = Pick<History, 'facts' | 'stretches' | 'moved'>

/** Writes down what has come of a batch, in one statement a table. */
export async function keepHistory(db: Db, { facts, stretches, moved }: Kept): Promise<void> {
  if (moved.size === 0) return
  const lives = [...moved]
  const ids = await dimensionIds(db, [
    ...facts.map(fact => fact.dimensions),
    ...stretches.map(stretch => stretch.dimensions),
    ...lives.map(([, life]) => life.dimensions),
  ])
  const dimensionOf = ({ dimensions }: { dimensions: Dimensions }) => ids.get(keyOf(dimensions)) ?? 0
  if (facts.length > 0)
    await sql`insert into facts (ticket_id, seq, kind, at, day, dimension_id, customer_id, value, word, nth)
      select * from unnest(${facts.map(fact => fact.ticketId)}::uuid[], ${facts.map(fact => fact.seq)}::bigint[],
        ${facts.map(fact => fact.kind)}::text[], ${facts.map(fact => fact.at)}::timestamptz[],
        ${facts.map(fact => fact.day)}::date[], ${facts.map(dimensionOf)}::int[],
        ${facts.map(fact => fact.customerId)}::uuid[], ${facts.map(fact => fact.value)}::int[],
        ${facts.map(fact => fact.word)}::text[], ${facts.map(fact => fact.nth)}::smallint[])`.execute(db)
  if (stretches.length > 0)
    await sql`insert into figure_stretches (ticket_id, from_day, to_day, dimension_id, customer_id)
      select * from unnest(${stretches.map(stretch => stretch.ticketId)}::uuid[],
        ${stretches.map(stretch => stretch.from)}::date[], ${stretches.map(stretch => stretch.to)}::date[],
        ${stretches.map(dimensionOf)}::int[], ${stretches.map(stretch => stretch.customerId)}::uuid[])`.execute(db)
  await sql`insert into figure_lives (ticket_id, dimension_id, customer_id, open_since, seq, memory)
    select * from unnest(${lives.map(([id]) => id)}::uuid[], ${lives.map(([, life]) => dimensionOf(life))}::int[],
      ${lives.map(([, life]) => life.customerId)}::uuid[], ${lives.map(([, life]) => life.openSince)}::date[],
      ${lives.map(([, life]) => life.seq)}::bigint[], ${lives.map(([, { seq: _, ...life }]) => JSON.stringify(life))}::jsonb[])
    on conflict (ticket_id) do update set dimension_id = excluded.dimension_id, customer_id = excluded.customer_id,
      open_since = excluded.open_since, seq = excluded.seq, memory = excluded.memory`.execute(db)
}

/** A UUID of its values, for one index of one width. */
export const keyOf = (dimensions: Dimensions): string => {
  const hash = createHash('md5').update(keyTextOf(dimensions)).digest('hex')
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The combinations' numbers, those not met before added. */
async function dimensionIds(db: Db, wanted: readonly Dimensions[]): Promise<Map<string, number>> {
  const byKey = new Map(wanted.map(dimensions => [keyOf(dimensions), dimensions]))
  const known = await idsByKey(db, [...byKey.keys()])
  const missing = [...byKey].filter(([key]) => !known.has(key))
  if (missing.length === 0) return known
  const rows = missing.map(([key, dimensions]) => ({ key, ...dimensions }))
  await sql`insert into figure_dimensions (key, department_id, assignee_id, channel, category_id, category_ids, request_type, urgency, policy_id, fields)
    select key, "departmentId", "assigneeId", channel, "categoryIds"[cardinality("categoryIds")], "categoryIds", "requestType", urgency, "policyId", coalesce(fields, '{}')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (key uuid, "departmentId" uuid, "assigneeId" uuid,
      channel text, "categoryIds" uuid[], "requestType" text, urgency text, "policyId" uuid, fields jsonb)
    on conflict (key) do nothing`.execute(db)
  return idsByKey(db, [...byKey.keys()])
}

async function idsByKey(db: Db, keys: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('figure_dimensions')
    .select(['id', 'key'])
    .where('key', '=', sql<string>`any(${[...keys]}::uuid[])`)
    .execute()
  return new Map(rows.map(row => [row.key, row.id]))
}
