import type { Catalogue } from '@baton/contract'
import type { Kind } from '../../kernel/kinds.ts'
import { lockRows } from '../../kernel/lock-rows.ts'
import type { RobotRow } from './robots.ts'

declare module '../../kernel/kinds.ts' {
  interface KindRows {
    robot: RobotRow
  }
}

const fields: Catalogue = {
  id: { type: 'ref', to: 'robot', nullable: false },
  kind: { type: 'choice', nullable: false },
}

export const robotKind: Kind<'robot'> = {
  name: 'robot',
  table: 'robots',
  rank: 64,
  lock: lockRows<RobotRow>('robots'),
  readGrant: 'robot.list',
  plain: ({ id, kind }) => ({ id, kind }),
  catalogue: () => fields,
  columns: () => ({}),
}
