import { sql } from 'kysely'
import type { Reading } from '../../kernel/kinds.ts'

/**
 * Sums of one moment: all statements of a report see the same facts. And each is planned for the days that it is asked
 * for: a plan made for any days takes them for few, and looks the dimensions of half a million facts up one by one.
 * Counting the tickets behind a year's promises takes room for each of them, which is cheaper in memory than on disk.
 */
export const asReport = <T>(reading: Reading, work: (reading: Reading) => Promise<T>): Promise<T> =>
  reading.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async db => {
      await sql`set local plan_cache_mode = force_custom_plan`.execute(db)
      await sql`set local work_mem = '32MB'`.execute(db)
      return work({ ...reading, db })
    })
