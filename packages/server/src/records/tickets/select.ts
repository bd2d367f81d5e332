import type { Condition } from '@baton/contract'
import { type RawBuilder, sql } from 'kysely'
import type { Reading } from '../../kernel/kinds.ts'
import { forbidden } from '../../kernel/problems.ts'
import { understand } from './search/understand.ts'
import { holdingWords } from './search/words.ts'
import { viewsOf } from './views/rows.ts'
import { inScope } from './visible.ts'
import { conditionOf, matching } from './where.ts'

/** Tickets chosen by what they are, as `ticket.list` and `ticket.search` choose them; kept as it was meant at that moment. */
export interface Selection {
  conditions: Condition[]
  texts: string[]
  /** ISO 8601: what was opened later is none of them, and `now` in a condition is this. */
  at: string
}

interface Wanted {
  view?: string | undefined
  where?: unknown
  text?: string | undefined
}

type Asker = Pick<Reading, 'db' | 'caller' | 'picture' | 'now'>

/** Checks a selection; throws as the lists do: a 404 for a view that is not the caller's, a 422 that names what is wrong. */
export async function selectionOf(asker: Asker, { view, where, text }: Wanted): Promise<Selection> {
  const [found] = view ? await viewsOf(asker, [view]) : []
  const asked = conditionOf(where, asker)
  if (text && asker.caller.grants.may('ticket.search') === false) throw forbidden('ticket.search')
  const texts = [found?.text, text].flatMap(words => (words ? [words] : []))
  for (const words of texts) understand(words, asker)
  return {
    conditions: [found?.conditions, asked].flatMap(condition => (condition ? [condition] : [])),
    texts,
    at: asker.now.toISOString(),
  }
}

/** So many tickets are looked at in one statement, whatever is chosen of them: none takes long. */
const stretch = 20_000

/**
 * The chosen ones among the next stretch of tickets, in the order in which they were opened, and where it ends; `end` is
 * null when there are no more.
 */
export async function selectTickets(
  reading: Reading,
  selection: Selection,
  after: string | null,
): Promise<{ ids: string[]; end: string | null }> {
  const from = after ?? '00000000-0000-0000-0000-000000000000'
  const bound = await sql<{ id: string }>`
    select id from tickets where id > ${from}::uuid order by id offset ${stretch - 1} limit 1`.execute(reading.db)
  const end = bound.rows[0]?.id ?? null
  const { rows } = await sql<{ id: string }>`
    select t.id from tickets t left join customers c on c.id = t.customer_id
    where t.id > ${from}::uuid and ${end ? sql`t.id <= ${end}::uuid` : sql`true`} and ${await selected(reading, selection)}
    order by t.id`.execute(reading.db)
  return { ids: rows.map(({ id }) => id), end }
}

/** Whether a ticket is chosen, over `tickets t left join customers c`. */
export async function selected(reading: Reading, { conditions, texts, at }: Selection): Promise<RawBuilder<boolean>> {
  const asOf: Reading = { ...reading, now: new Date(at) }
  const words = await Promise.all(texts.map(text => holdingWords(asOf, text)))
  const parts = [
    sql<boolean>`t.created_at <= ${asOf.now}`,
    inScope(asOf, 'ticket.list'),
    ...(texts.length > 0 ? [inScope(asOf, 'ticket.search')] : []),
    ...conditions.map(condition => matching(condition, asOf)),
    ...words,
  ]
  return sql`(${sql.join(parts, sql` and `)})`
}
