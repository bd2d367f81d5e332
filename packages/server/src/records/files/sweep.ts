import { sql } from 'kysely'
import type { Desk } from '../../kernel/desk.ts'

const keptHours = 24
const atOnce = 500

/**
 * Forgets what was uploaded, never attached, and read by no job any more; answers how many files went. Bytes go with the
 * last file that holds them.
 */
export async function sweepUploads(desk: Desk): Promise<number> {
  const before = new Date(desk.clock().getTime() - keptHours * 3_600_000)
  let swept = 0
  for (;;) {
    const { rows } = await sql<{ storage_key: string }>`
      delete from files where id in (select file_id from uploads u where created_at < ${before}
        and not exists (select from kept_files k where k.file_id = u.file_id) order by created_at limit ${atOnce})
      returning storage_key`.execute(desk.db)
    for (const key of await unheld(desk, [...new Set(rows.map(row => row.storage_key))])) await desk.files.remove(key)
    swept += rows.length
    if (rows.length < atOnce) return swept
  }
}

async function unheld({ db }: Desk, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<{ key: string }>`
    select key from unnest(${[...keys]}::text[]) as gone (key)
    where not exists (select 1 from files f where f.storage_key = gone.key)`.execute(db)
  return rows.map(({ key }) => key)
}
