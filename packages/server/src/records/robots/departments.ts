import { type Refusal, refuseField } from '../../kernel/steps.ts'
import type { Call } from '../../kernel/verb.ts'
import { directory } from '../people/index.ts'

/** Why it cannot speak of these departments: one of them is not there. */
export function unknownDepartment(ids: readonly string[], call: Call): Refusal | undefined {
  const at = ids.findIndex(id => !call.of(directory).departments.has(id))
  return at < 0 ? undefined : refuseField(`departmentIds.${at}`, 'unknown_id')
}
