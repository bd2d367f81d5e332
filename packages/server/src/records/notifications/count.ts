import { sql } from 'kysely'
import { deskTopic } from '../../kernel/ids.ts'
import type { Present, Reading } from '../../kernel/kinds.ts'
import { read } from '../../kernel/read.ts'
import type { Row } from '../../kernel/steps.ts'
import { ownAndVisible } from './visible.ts'

const most = 1000

export const countNotifications = read('notification.count', async reading => counted(reading))

/** There is one for each caller, whatever the id. */
export const presentCount: Present = async (reading, ids) => {
  const count = await counted(reading)
  return ids.map(() => count)
}

/** `id` of the answers of verbs that change how many there are. */
export const countId = deskTopic

async function counted(reading: Reading): Promise<Row> {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::int as unread from (
      select from notifications n where ${ownAndVisible(reading)} and n.read_at is null limit ${most}) as few`.execute(
    reading.db,
  )
  return { unread: rows[0]?.unread ?? 0 }
}
