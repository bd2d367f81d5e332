import type { Catalogue } from '@baton/contract'
import type { Kind } from '../../kernel/kinds.ts'
import { lockRows } from '../../kernel/lock-rows.ts'
import type { CannedReplyRow, MacroRow } from './tables.ts'

const fields = (to: string): Catalogue => ({
  id: { type: 'ref', to, nullable: false },
  name: { type: 'text', nullable: false },
})

export const macroKind: Kind<'macro'> = {
  name: 'macro',
  table: 'macros',
  rank: 68,
  lock: lockRows<MacroRow>('macros'),
  readGrant: 'macro.list',
  plain: ({ id, name }) => ({ id, name }),
  catalogue: () => fields('macro'),
  columns: () => ({}),
}

export const cannedReplyKind: Kind<'cannedReply'> = {
  name: 'cannedReply',
  table: 'canned_replies',
  rank: 69,
  lock: lockRows<CannedReplyRow>('canned_replies'),
  readGrant: 'cannedReply.list',
  plain: ({ id, name }) => ({ id, name }),
  catalogue: () => fields('cannedReply'),
  columns: () => ({}),
}
