import type { Condition } from '@baton/contract'
import { cached } from '../../kernel/configuration.ts'
import type { PromisedTarget } from './tables.ts'

export interface SlaPolicy {
  id: string
  name: string
  /** Null: all tickets. */
  where: Condition | null
  targets: readonly PromisedTarget[]
  enabled: boolean
  position: number
  archived: boolean
  version: number
}

export interface SlaPolicies {
  /** In their order. */
  all: readonly SlaPolicy[]
  byId(id: string): SlaPolicy | undefined
  /** The ones to be asked, in their order: the first that holds is a ticket's policy. */
  inForce: readonly SlaPolicy[]
}

/** The promises of time, always at hand. */
export const slaPolicies = cached<SlaPolicies>('slaPolicies', async db => {
  const rows = await db.selectFrom('sla_policies').selectAll().orderBy('position').orderBy('created_at').execute()
  const all = rows.map(({ conditions, archived_at, created_at: _, ...row }): SlaPolicy => {
    return { ...row, where: conditions, archived: archived_at !== null }
  })
  const byId = new Map(all.map(policy => [policy.id, policy]))
  return {
    all,
    byId: id => byId.get(id),
    inForce: all.filter(({ enabled, archived }) => enabled && !archived),
  }
})
