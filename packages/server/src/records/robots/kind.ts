import type { Catalogue } from '@baton/contract'
import { sql } from 'kysely'
import type { Kind } from '../../kernel/kinds.ts'
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
  async lock(tx, ids, wait) {
    const skip = wait === 'skip' ? sql`skip locked` : sql``
    const { rows } = await sql<RobotRow>`
      select * from robots where id = any(${ids}::uuid[]) order by id for update ${skip}`.execute(tx)
    return rows
  },
  readGrant: 'robot.list',
  plain: ({ id, kind }) => ({ id, kind }),
  catalogue: () => fields,
  columns: () => ({}),
}
