import type { Condition } from '@baton/contract'
import { deskTopic, newId } from '../../kernel/ids.ts'
import { add, done, refuseField, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { announced, ownerIdOf, reachOf } from '../people/index.ts'
import { conditionOf } from '../tickets/index.ts'
import { refuseSteps } from './check.ts'
import { isTaken } from './taken.ts'

interface Prepared {
  where: Condition | undefined
  taken: boolean
}

/** 新建宏: one's own, or at once for others. */
export const createMacro = verb<'macro.create', Prepared>('macro.create', {
  async prepare({ db, caller, picture }, { name, where, audience }) {
    const taken = await isTaken(db, {
      table: 'macros',
      column: 'name',
      value: name,
      audience,
      ownerId: ownerIdOf(caller),
    })
    return { where: conditionOf(where, { caller, picture }), taken }
  },
  decide({ prepared }, { name, description, steps, audience, departmentIds }, call) {
    const reach = reachOf('macro', { audience, departmentIds }, call)
    if ('refusal' in reach) return reach
    if (prepared.taken) return refuseField('name', 'macro.name')
    const wrong = refuseSteps(steps, call)
    if (wrong) return wrong
    const id = newId()
    const row = {
      id,
      owner_id: ownerIdOf(call.caller),
      name,
      description: description ?? null,
      steps,
      conditions: prepared.where ?? null,
      ...reach,
      created_at: call.now,
    }
    return done(id, [add('macros', row), ...announced('macro', [row]), tell('macro.created', deskTopic, id, { name })])
  },
})
