import { sql } from 'kysely'
import type { Reading } from '../../kernel/kinds.ts'
import { read } from '../../kernel/read.ts'
import { customersFor, matching } from './list.ts'
import { type ViewRow, viewsOf } from './views.ts'
import { inScope } from './visible.ts'

/** A count says 999+ from here on: nobody needs the exact number of a list that long, and the database is spared. */
const most = 1000
const freshSeconds = 5

/** How many tickets stand in each of the views that are on a screen. */
export const countTickets = read('ticket.counts', async (reading, { views }) => {
  const counts: Record<string, number> = {}
  const found = await viewsOf(reading, views)
  for (const [at, view] of found.entries()) {
    counts[views[at] ?? view.id] = await reading.cache.remember(keyOf(reading, view), freshSeconds, () =>
      count(reading, view.conditions),
    )
  }
  return { counts }
})

/** Callers with the same grants and the same `$me` share an answer; nobody else does. */
const keyOf = ({ caller }: Reading, view: ViewRow): string =>
  JSON.stringify(['ticket.counts', view.id, view.version, caller.me, caller.grants.may('ticket.list')])

async function count(reading: Reading, conditions: Parameters<typeof matching>[0]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (
      select 1 from tickets t ${customersFor(conditions, undefined, reading)}
      where ${inScope(reading, 'ticket.list')} and ${matching(conditions, reading)}
      limit ${most}
    ) capped`.execute(reading.db)
  return rows[0]?.n ?? 0
}
