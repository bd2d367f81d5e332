import { sql } from 'kysely'
import type { Reading } from '../../kernel/kinds.ts'
import { Problem } from '../../kernel/problems.ts'
import { read } from '../../kernel/read.ts'
import { customersFor } from './list.ts'
import { holdingWords } from './search/words.ts'
import { viewsOf } from './views/rows.ts'
import type { ViewRow } from './views/tables.ts'
import { inScope } from './visible.ts'
import { matching } from './where.ts'

/** A count says 999+ from here on: nobody needs the exact number of a list that long, and the database is spared. */
const most = 1000
const freshSeconds = 5

/** How many tickets stand in each of the views that are on a screen. */
export const countTickets = read('ticket.counts', async (reading, { views }) => {
  const counts: Record<string, number> = {}
  const found = await viewsOf(reading, views)
  for (const [at, view] of found.entries()) {
    counts[views[at] ?? view.id] = await reading.cache.remember(keyOf(reading, view), freshSeconds, () =>
      count(reading, view),
    )
  }
  return { counts }
})

/** Callers with the same grants and the same `$me` share an answer; nobody else does. */
const keyOf = ({ caller }: Reading, view: ViewRow): string =>
  JSON.stringify(['ticket.counts', view.id, view.version, caller.me, caller.grants.may('ticket.list')])

async function count(reading: Reading, view: ViewRow): Promise<number> {
  const words = await holdingWords(reading, view.text).catch(nobodys)

  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (
      select 1 from tickets t ${customersFor([view.conditions], view.text, reading)}
      where ${inScope(reading, 'ticket.list')} and ${matching(view.conditions, reading)} and ${words}
      limit ${most}
    ) capped`.execute(reading.db)
  return rows[0]?.n ?? 0
}

/** A view whose words mean nothing any more (somebody was renamed) says so when it is opened; the others are counted. */
function nobodys(problem: unknown) {
  if (problem instanceof Problem && problem.status === 422) return sql<boolean>`false`
  throw problem
}
