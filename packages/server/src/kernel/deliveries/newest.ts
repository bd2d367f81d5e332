import { deliveryError } from '@baton/contract'
import { sql } from 'kysely'
import type { Db } from '../db.ts'
import type { DeliveryStatus } from './delivery.ts'

interface Fate {
  status: DeliveryStatus
  error: string | null
  at: string
}

/** What became of the newest delivery that left, or should have, by each of these ways. */
export async function newestBy(
  db: Db,
  targetIds: readonly string[],
  locale: string,
): Promise<ReadonlyMap<string, Fate>> {
  const { rows } = await sql<{ id: string; status: DeliveryStatus; error: string | null; at: Date }>`
    select w.id, d.status, d.error, d.updated_at as at from unnest(${targetIds}::uuid[]) as w(id)
    cross join lateral (
      select status, error, updated_at from deliveries where target_id = w.id order by created_at desc limit 1
    ) d`.execute(db)
  return new Map(
    rows.map(row => [
      row.id,
      { status: row.status, error: row.error && deliveryError(locale, row.error), at: row.at.toISOString() },
    ]),
  )
}
