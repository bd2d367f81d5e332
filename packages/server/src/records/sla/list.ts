import type { Records } from '@baton/contract'
import type { Present, Reading } from '../../kernel/kinds.ts'
import { pageOfAll, read } from '../../kernel/read.ts'
import { type SlaPolicy, slaPolicies } from './policies.ts'

/** In their order. Archived ones only when asked for. */
export const listSlaPolicies = read('slaPolicy.list', async (reading, input) => {
  const { all } = reading.picture.of(slaPolicies)
  const { shown, nextCursor } = pageOfAll(input.archived ? all : all.filter(({ archived }) => !archived), input)
  return { items: shown.map(policy => ({ ...record(policy, reading) })), nextCursor }
})

export const presentSlaPolicies: Present = async (reading, ids) => {
  const { byId } = reading.picture.of(slaPolicies)
  return ids.flatMap(id => {
    const policy = byId(id)
    return policy ? [{ ...record(policy, reading) }] : []
  })
}

const record = (policy: SlaPolicy, { caller }: Reading): Records['slaPolicy'] => ({
  ...policy,
  where: policy.where as Records['slaPolicy']['where'],
  targets: [...policy.targets],
  allowed: policy.archived ? [] : ['slaPolicy.update', 'slaPolicy.archive'].filter(name => caller.grants.may(name)),
})
