import { cached } from '../../../kernel/configuration.ts'
import type { RequestTypeRow } from '../tables.ts'

export interface RequestTypes {
  /** In order, archived ones too. */
  all: readonly RequestTypeRow[]
  /** Whether new tickets may be of this type. */
  has(key: string): boolean
  byKey(key: string): RequestTypeRow | undefined
}

/** 咨询, 投诉, 报修, 建议, and whatever an administrator adds. */
export const requestTypes = cached<RequestTypes>('requestTypes', async db => {
  const all = await db.selectFrom('request_types').selectAll().orderBy('position').orderBy('key').execute()
  const byKey = new Map(all.map(type => [type.key, type]))
  return { all, has: key => byKey.get(key)?.archived_at === null, byKey: key => byKey.get(key) }
})
