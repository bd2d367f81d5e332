import { foldedValues } from '@baton/contract'
import { sql } from 'kysely'
import type { Desk } from '../../kernel/desk.ts'
import { definitions } from './definitions.ts'

const atOnce = 500

/** Folds the texts of tickets from before they were kept folded, some at a time; answers how many. */
export async function refold(desk: Desk): Promise<number> {
  const own = (await desk.configuration.current()).of(definitions).of('ticket')
  for (let folded = 0; ; ) {
    const { rows } = await sql<{ id: string; fields: Record<string, unknown> }>`
      select id, fields from tickets where fields_folded is null order by id limit ${atOnce}`.execute(desk.db)
    if (rows.length === 0) return folded
    const made = rows.map(({ fields }) => JSON.stringify(foldedValues(own.all, fields)))
    await sql`
      update tickets t set fields_folded = n.folded
      from unnest(${rows.map(({ id }) => id)}::uuid[], ${made}::jsonb[]) as n (id, folded)
      where t.id = n.id and t.fields_folded is null`.execute(desk.db)
    folded += rows.length
  }
}
