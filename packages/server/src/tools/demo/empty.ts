import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'

/** Why this desk is not to be filled: said to whoever asked for it. */
export class NotEmpty extends Error {
  override name = 'NotEmpty'
  readonly plain = true
}

/** Refuses a desk on which somebody works already, or that another process serves at this moment. */
export async function mustBeEmpty(db: Db): Promise<void> {
  const { rows } = await sql<{
    tickets: boolean
    customers: boolean
    people: number
    arranged: boolean
    others: number
  }>`
    select exists (select from tickets) as tickets, exists (select from customers) as customers,
      (select count(*) from agents) as people,
      exists (select from categories) or (select count(*) from departments) > 1 as arranged,
      (select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and query in ('listen baton_events', 'notify baton_events')) as others`.execute(db)
  const [found] = rows
  if (!found) throw new Error('the database did not answer')
  if (found.tickets || found.customers || found.people > 1 || found.arranged)
    throw new NotEmpty(
      '这个服务台里已经有数据，演示数据只能写入空的服务台。请换一个数据目录（BATON_DATA=./demo-data npm run demo）或一个空的数据库。\n' +
        'This desk is not empty, and demonstration data goes into an empty one only. Give it another folder\n' +
        '(BATON_DATA=./demo-data npm run demo) or an empty database.',
    )
  if (found.others > 0)
    throw new NotEmpty(
      '另一个 Baton 正在使用这个数据库。请先停止它（npm start 的终端按 Ctrl+C），写入演示数据后再启动。\n' +
        'Another Baton serves this database. Stop it (Ctrl+C where npm start runs), fill the desk, and start it again.',
    )
}
