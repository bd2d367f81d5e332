import { sql } from 'kysely'
import type { Kind } from './kinds.ts'
import { orSkip } from './lock-rows.ts'

declare module './kinds.ts' {
  interface KindRows {
    configuration: { id: string; version: number }
  }
}

const theOnlyOne = '00000000-0000-0000-0000-000000000000'

/**
 * The subject of verbs whose rule spans many rows (a tree without loops, one that must remain): they are done one after
 * the other, each on exactly the configuration that the one before has left.
 */
export const oneAtATime = { configuration: [theOnlyOne] } as const

/** Locked before everything else; nothing but `reconfigure` writes it. */
export const configurationKind: Kind<'configuration'> = {
  name: 'configuration',
  table: 'configuration',
  rank: 0,
  async lock(tx, _ids, wait) {
    const { rows } = await sql<{ id: string; version: number }>`
      select ${theOnlyOne}::text as id, version from configuration for update ${orSkip(wait)}`.execute(tx)
    return rows
  },
  readGrant: '*',
  plain: ({ id }) => ({ id }),
  catalogue: () => ({}),
  columns: () => ({}),
}
