import type { Kind } from '../../../kernel/kinds.ts'
import { lockRows } from '../../../kernel/lock-rows.ts'
import type { ViewRow } from './tables.ts'

/** Saved questions with a name: shipped ones for everybody, one's own, and those that were published. */
export const viewKind: Kind<'view'> = {
  name: 'view',
  table: 'views',
  rank: 60,
  lock: lockRows<ViewRow>('views'),
  readGrant: 'view.list',
  plain: row => ({ ...row }),
  catalogue: () => ({}),
  columns: () => ({}),
}
