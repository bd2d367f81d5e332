import { sql } from 'kysely'
import type { Caller } from '../../kernel/caller.ts'
import type { Db } from '../../kernel/db.ts'
import { type Step, tally } from '../../kernel/steps.ts'

export interface Use {
  usedCount: number
  usedLately: number
  usedAt: string | null
}

const lately = 30

/** One more use, on this day by the desk's clocks. */
export const used = (id: string, { zone }: Pick<Caller, 'zone'>, now: Date): Step =>
  tally('uses', { of_id: id, day: dayIn(zone, now) }, 'times', { last_at: now })

const dayIn = (zone: string, now: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(now)

/** How often each was used, in all and in the last thirty days, and when last. */
export async function usesOf(db: Db, ids: readonly string[], now: Date): Promise<(id: string) => Use> {
  const since = new Date(now.getTime() - lately * 86_400_000)
  const { rows } = await sql<{ of_id: string; all: string; lately: string; last: Date }>`
    select of_id, sum(times) as all, coalesce(sum(times) filter (where last_at >= ${since}), 0) as lately, max(last_at) as last
    from uses where of_id = any(${[...ids]}::uuid[]) group by of_id`.execute(db)
  const byId = new Map(rows.map(row => [row.of_id, row]))
  return id => {
    const row = byId.get(id)
    if (!row) return { usedCount: 0, usedLately: 0, usedAt: null }
    return { usedCount: Number(row.all), usedLately: Number(row.lately), usedAt: row.last.toISOString() }
  }
}
