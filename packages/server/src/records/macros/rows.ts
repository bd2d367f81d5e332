import type { Db } from '../../kernel/db.ts'
import type { CannedReplyRow, MacroRow } from './tables.ts'

export const macroOf = (db: Db, id: string): Promise<MacroRow | undefined> =>
  db.selectFrom('macros').selectAll().where('id', '=', id).executeTakeFirst()

export const cannedReplyOf = (db: Db, id: string): Promise<CannedReplyRow | undefined> =>
  db.selectFrom('canned_replies').selectAll().where('id', '=', id).executeTakeFirst()
