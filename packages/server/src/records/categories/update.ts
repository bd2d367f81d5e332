import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import { changesOf, done, type Row, reconfigure, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { knownTemplate, refusePlace } from './place.ts'

const names = {
  name: 'name',
  parent_id: 'parentId',
  department_id: 'departmentId',
  template_id: 'templateId',
  skills: 'skills',
}

export const updateCategory = verb('category.update', {
  prepare: (preparing, { templateId }) => knownTemplate(preparing, templateId),
  subjects: ({ categoryId }) => ({ ...oneAtATime, category: [categoryId] }),
  decide(scene, input, call) {
    const row = scene.one('category')
    const { id } = row
    const patch = {
      ...(input.name !== undefined && { name: input.name }),
      ...(input.parentId !== undefined && { parent_id: input.parentId }),
      ...(input.departmentId !== undefined && { department_id: input.departmentId }),
      ...(input.templateId !== undefined && { template_id: input.templateId }),
      ...(input.skills && { skills: [...new Set(input.skills)] }),
    }
    const after = { ...row, ...patch }
    const place = { id, name: after.name, parentId: after.parent_id, departmentId: after.department_id }
    const changes = changesOf(row as unknown as Row, patch, names)
    if (changes.length === 0) return done(id, [])
    return (
      refusePlace(place, call) ??
      done(id, [
        set('categories', id, patch),
        reconfigure,
        tell('category.updated', deskTopic, id, { name: row.name, changes }),
      ])
    )
  },
})
