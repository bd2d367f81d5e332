import { type RawBuilder, sql } from 'kysely'
import type { Reading } from '../../../kernel/kinds.ts'
import { isMatching, matchOf } from '../../search/index.ts'
import { matching } from '../where.ts'
import { understand } from './understand.ts'

/** A view's words and filters as a condition over `tickets t left join customers c`; none holds everywhere. */
export async function holdingWords(reading: Reading, text: string | null | undefined): Promise<RawBuilder<boolean>> {
  if (!text) return sql`true`
  const { wanted, condition } = understand(text, reading)
  const match = matchOf(wanted, reading)
  return sql`(${match ? await isMatching(reading, match) : sql`true`} and ${matching(condition, reading)})`
}
