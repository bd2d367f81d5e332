import { oneAtATime } from '../../../kernel/exclusive.ts'
import { deskTopic } from '../../../kernel/ids.ts'
import { changesOf, done, type Row, reconfigure, refuse, set, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { directory } from '../directory.ts'
import { misplaced } from './place.ts'

const names = { name: 'name', parent_id: 'parentId', manager_ids: 'managerIds', dispatch: 'dispatch' }

export const updateDepartment = verb('department.update', {
  subjects: ({ departmentId }) => ({ ...oneAtATime, department: [departmentId] }),
  decide(scene, input, call) {
    const row = scene.one('department')
    if (row.archived_at) return refuse('department.archived')
    const patch = {
      ...(input.name !== undefined && { name: input.name }),
      ...(input.parentId !== undefined && { parent_id: input.parentId }),
      ...(input.managerIds && { manager_ids: [...new Set(input.managerIds)] }),
      ...(input.dispatch && { dispatch: input.dispatch }),
    }
    const after = { ...row, ...patch }
    const changes = changesOf(row as unknown as Row, patch, names)
    if (changes.length === 0) return done(row.id, [])
    const place = {
      id: row.id,
      name: after.name,
      parentId: after.parent_id,
      managerIds: after.manager_ids,
      kept: row.manager_ids,
    }
    const wrong = misplaced(place, call.of(directory))
    if (wrong) return wrong
    return done(row.id, [
      set('departments', row.id, patch),
      tell('department.updated', deskTopic, row.id, { name: after.name, changes }),
      reconfigure,
    ])
  },
})
