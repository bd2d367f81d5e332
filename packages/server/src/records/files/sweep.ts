import { sql } from 'kysely'
import type { Desk } from '../../kernel/desk.ts'

const keptHours = 24
const atOnce = 500

/** Forgets what was uploaded, never attached, and read by no job any more; answers how many files went. */
export async function sweepUploads(desk: Desk): Promise<number> {
  const before = new Date(desk.clock().getTime() - keptHours * 3_600_000)
  let swept = 0
  for (;;) {
    const { rows } = await sql<{ storage_key: string }>`
      delete from files where id in (select file_id from uploads u where created_at < ${before}
        and not exists (select from kept_files k where k.file_id = u.file_id) order by created_at limit ${atOnce})
      returning storage_key`.execute(desk.db)
    for (const { storage_key } of rows) await desk.files.remove(storage_key)
    swept += rows.length
    if (rows.length < atOnce) return swept
  }
}
