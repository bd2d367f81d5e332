import { oneAtATime } from '../../../kernel/exclusive.ts'
import { deskTopic, newId } from '../../../kernel/ids.ts'
import { add, done, reconfigure, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { directory } from '../directory.ts'
import { misplaced } from './place.ts'

export const createDepartment = verb('department.create', {
  prepare: async () => ({ id: newId() }),
  subjects: () => oneAtATime,
  decide({ prepared: { id } }, input, call) {
    const { name, parentId = null, managerIds, dispatch } = input
    const wrong = misplaced({ id, name, parentId, managerIds, kept: [] }, call.of(directory))
    if (wrong) return wrong
    return done(id, [
      add('departments', {
        id,
        name,
        parent_id: parentId,
        manager_ids: [...new Set(managerIds)],
        dispatch,
        version: 1,
        created_at: call.now,
      }),
      tell('department.created', deskTopic, id, { name }),
      reconfigure,
    ])
  },
})
