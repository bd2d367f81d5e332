import { sql } from 'kysely'
import type { Desk } from '../../../kernel/desk.ts'
import { timetables } from '../../../records/calendars/index.ts'
import { type ClockRow, loadTickets } from '../../../records/tickets/index.ts'
import { type Logged, type PolicyAt, replay } from './replay.ts'
import { type Rulebook, rulebook } from './rulebook.ts'
import { type Difference, differences } from './verify.ts'

export interface Wrong {
  ticketId: string
  number: string
  differences: Difference[]
}

const atOnce = 200

export interface Checked {
  checked: number
  wrong: Wrong[]
}

/**
 * Reckons the clocks of every ticket that was touched in this time once more from its history, and says which stand
 * otherwise. Changes nothing. Those opened before `since` are left out: their history is not complete.
 */
export async function checkClocks(desk: Desk, span: { from: Date; to: Date; since?: Date }): Promise<Checked> {
  const rules = await rulebook(desk.db, await desk.configuration.current())
  const done: Checked = { checked: 0, wrong: [] }
  for (
    let page = await touched(desk, span, undefined);
    page.length > 0;
    page = await touched(desk, span, page.at(-1))
  ) {
    const ids = page.map(({ id }) => id)
    for (const { ticketId } of await wrongAmong(desk, ids, rules)) {
      // Somebody may have acted on it between two of our looks.
      done.wrong.push(...(await wrongAmong(desk, [ticketId], rules)))
    }
    done.checked += ids.length
  }
  return done
}

interface Touched {
  id: string
  /** As the database writes it: a Date would cut it to milliseconds. */
  at: string
}

async function touched(
  { db }: Desk,
  { from, to, since = new Date(0) }: { from: Date; to: Date; since?: Date },
  last: Touched | undefined,
): Promise<Touched[]> {
  const before = last ? sql`(updated_at, id) < (${last.at}::timestamptz, ${last.id}::uuid)` : sql`true`
  const { rows } = await sql<Touched>`
    select id, updated_at::text as at from tickets
    where updated_at >= ${from} and updated_at < ${to} and created_at >= ${since} and ${before}
    order by updated_at desc, id desc limit ${atOnce}`.execute(db)
  return rows
}

async function wrongAmong(desk: Desk, ids: readonly string[], rules: Rulebook): Promise<Wrong[]> {
  if (ids.length === 0) return []
  const picture = await desk.configuration.current()
  const [tickets, { rows: events }, { rows: stretches }] = await Promise.all([
    loadTickets(desk.db, ids),
    sql<Logged>`select seq, type, at, xid::text as xid, topic_id, subject_id, actor_kind, payload from events
      where topic_id = any(${ids}::uuid[]) order by topic_id, seq`.execute(desk.db),
    sql<Kept>`select ticket_id, policy_id, from_at, to_at from clock_segments where ticket_id = any(${ids}::uuid[])`.execute(
      desk.db,
    ),
  ])
  const eventsOf = Map.groupBy(events, ({ topic_id }) => topic_id)
  const stretchesOf = Map.groupBy(stretches, ({ ticket_id }) => ticket_id)
  const hours = timetables(picture)
  return tickets.flatMap(ticket => {
    const policyAt = policyOf(ticket.clocks, stretchesOf.get(ticket.id) ?? [])
    const again = replay(eventsOf.get(ticket.id) ?? [], { policyAt, rules, hours })
    const found = differences(ticket.clocks, again, desk.clock())
    return found.length > 0 ? [{ ticketId: ticket.id, number: ticket.number, differences: found }] : []
  })
}

interface Kept {
  ticket_id: string
  policy_id: string | null
  from_at: Date
  to_at: Date
}

/** All clocks of a ticket have one policy at a time. */
function policyOf(clocks: readonly ClockRow[], stretches: readonly Kept[]): PolicyAt {
  const all = [
    ...stretches.map(({ from_at, to_at, policy_id }) => ({ from: from_at, to: to_at, policyId: policy_id })),
    ...clocks
      .filter(({ ended_at }) => ended_at === null)
      .map(({ since, policy_id }) => ({ from: since, to: null, policyId: policy_id })),
  ]
  // One that has lasted no time at all still tells whose it was at that moment.
  const covers = (from: Date, to: Date | null, at: Date) =>
    from <= at && (to === null || at < to || at.getTime() === from.getTime())
  return at => all.find(({ from, to }) => covers(from, to, at))?.policyId ?? null
}
