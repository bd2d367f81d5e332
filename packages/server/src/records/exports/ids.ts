import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'

/** The ids of many records in their order, sixteen bytes each: a million of them are 16 MB. */
export interface Ids {
  count: number
  /** Those from one place up to another. */
  part(from: number, to: number): string[]
}

/** So many ids come in one row. */
const together = 10_000

/**
 * The records that are chosen, as they stand at one instant: `chosen` selects their `id` and their place `n`, from 1. One
 * statement that writes nothing holds back neither the log nor anybody else; by pages, a record that moves meanwhile would be
 * met twice or never.
 */
export async function idsInOrder(db: Db, chosen: RawBuilder<unknown>): Promise<Ids> {
  const { rows } = await sql<{ ids: Buffer }>`
    select string_agg(uuid_send(x.id), ''::bytea order by x.n) as ids
    from (${chosen}) x group by (x.n - 1) / ${together}::int order by min(x.n)`.execute(db)
  const bytes = Buffer.concat(rows.map(({ ids }) => ids))
  const count = bytes.length / 16
  return {
    count,
    part: (from, to) =>
      Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, at) => idAt(bytes, (from + at) * 16)),
  }
}

function idAt(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
