import { dayAt, instantOf } from '@baton/contract'
import { sql } from 'kysely'
import type { Desk } from '../../../kernel/desk.ts'
import { settings } from '../../../records/settings/index.ts'
import { retimeAll } from '../retime.ts'
import { checkClocks, type Wrong } from './check.ts'

declare module '../../../kernel/db.ts' {
  interface Tables {
    clock_checks: {
      night: string
      from_at: Date
      to_at: Date
      done_at: Date | null
      checked: number
      wrong_count: number
      wrong: Wrong[]
    }
  }
}

/** By the clocks of the desk's zone. */
const atHour = 3
const mostKept = 100

/**
 * Once a night, by whichever process comes first: whether the clocks of what was touched since the last check stand as their
 * history says. What does not is shown to operators, as it is. Answers whether it was done now.
 */
export async function checkTonight(desk: Desk): Promise<boolean> {
  const { timezone } = (await desk.configuration.current()).of(settings)
  const now = desk.clock()
  const night = dayAt(now.getTime(), timezone)
  if (now.getTime() < instantOf(Date.parse(`${night}T00:00:00Z`) + atHour * 3_600_000, timezone)) return false
  const span = await claimed(desk, night, now)
  if (!span) return false
  const { checked, wrong } = await checkClocks(desk, { from: span.from_at, to: span.to_at, since: span.since })
  await sql`update clock_checks set done_at = ${desk.clock()}, checked = ${checked}, wrong_count = ${wrong.length},
    wrong = ${JSON.stringify(wrong.slice(0, mostKept))}::jsonb where night = ${night}::date`.execute(desk.db)
  for (const one of wrong.slice(0, mostKept)) desk.log.error(one, 'a clock stands otherwise than its history says')
  // A new version may have brought the holidays of another year.
  await retimeAll(desk)
  return true
}

/** Whoever makes tonight's row does it; what a night left undone is looked at in the next. */
async function claimed(desk: Desk, night: string, now: Date) {
  const { rows } = await sql<{ from_at: Date; to_at: Date; since: Date }>`
    insert into clock_checks (night, from_at, to_at)
    select ${night}::date, max(to_at), ${now} from clock_checks where done_at is not null
    on conflict do nothing
    returning from_at, to_at, (select min(to_at) from clock_checks) as since`.execute(desk.db)
  return rows[0]
}
