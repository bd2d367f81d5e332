import type { Records } from '@baton/contract'
import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'

interface Check {
  night: string
  done_at: Date | null
  checked: number
  wrong_count: number
  wrong: { ticketId: string; number: string; differences: { target: string }[] }[]
}

/** Last night's, or the one that goes on now; the row of the migration is none. */
export async function lastClockCheck(db: Db): Promise<Records['health']['clockCheck']> {
  const { rows } = await sql<Check>`
    select night::text, done_at, checked, wrong_count, wrong from clock_checks
    where night > '2000-01-01' order by night desc limit 1`.execute(db)
  const [last] = rows
  if (!last) return null
  return {
    night: last.night,
    doneAt: last.done_at?.toISOString() ?? null,
    checked: last.checked,
    wrong: last.wrong_count,
    tickets: last.wrong.map(({ ticketId, number, differences }) => ({
      id: ticketId,
      number,
      clocks: [...new Set(differences.map(({ target }) => target))],
    })),
  }
}
