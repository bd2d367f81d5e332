import { pageOfAll, read } from '../../kernel/read.ts'
import { slaPolicies } from '../../records/sla/index.ts'

/** Whoever reads figures knows policies by their names; what they promise stays with the settings. */
export const listPolicies = read('figures.policies', async ({ picture }, input) => {
  const { all, inForce } = picture.of(slaPolicies)
  const { shown, nextCursor } = pageOfAll(all, input)
  return {
    items: shown.map(policy => ({ id: policy.id, name: policy.name, inForce: inForce.includes(policy) })),
    nextCursor,
  }
})
