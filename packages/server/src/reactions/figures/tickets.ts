import { slaTargets } from '@baton/contract'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { Selection } from './asked.ts'
import type { Period } from './period.ts'
import type { Tickets } from './set.ts'

/** Of one key, or of the whole. */
export type TicketsOfKey = Tickets & { key: string | null; whole: boolean }

/**
 * How many tickets are behind the facts of promises, whole and by key: each once, however often it kept or missed them.
 * One walk gathers what each ticket has of each target, a bit for each.
 */
export async function ticketsBy(
  db: Db,
  { from, to }: Period,
  { where, joined }: Selection,
  key: RawBuilder<unknown>,
  needs?: RawBuilder<unknown>,
): Promise<TicketsOfKey[]> {
  const { rows } = await sql<TicketsOfKey>`
    with behind as materialized (
      select f.ticket_id, ${key} as key, bit_or(${bit}) filter (where f.kind <> 'extended') as measured,
        bit_or(${bit}) filter (where f.kind = 'breached') as missed, bool_or(f.kind = 'extended') as extended
      from facts f ${joined(needs)}
      where f.kind in ('kept', 'breached', 'extended') and f.day >= ${from}::date and f.day <= ${to}::date and ${where}
      group by 1, 2
    )
    select g.key::text as key, false as whole, ${counts} from behind g group by g.key
    union all
    select null, true, ${counts} from (
      select bit_or(measured) as measured, bit_or(missed) as missed, bool_or(extended) as extended from behind group by ticket_id
    ) g`.execute(db)
  return rows
}

const bits = slaTargets.map((target, at) => ({ target, bit: sql`${1 << at}::int` }))
const bit = sql`case f.word ${sql.join(
  bits.map(({ target, bit }) => sql`when ${target} then ${bit}`),
  sql` `,
)} else 0 end`

const each = (column: 'measured' | 'missed') =>
  sql`array[${sql.join(bits.map(({ bit }) => sql`count(*) filter (where g.${sql.ref(column)} & ${bit} <> 0)`))}]::int[]`
const counts = sql`count(g.missed) as missed, count(g.measured) as measured, count(*) filter (where g.extended) as extended,
  count(*) as concerned, ${each('missed')} as "missedOf", ${each('measured')} as "measuredOf"`
