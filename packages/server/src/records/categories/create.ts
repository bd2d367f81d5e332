import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic, newId } from '../../kernel/ids.ts'
import { add, done, reconfigure, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { knownTemplate, refusePlace } from './place.ts'

export const createCategory = verb('category.create', {
  prepare: (preparing, { templateId }) => knownTemplate(preparing, templateId),
  subjects: () => oneAtATime,
  decide(_scene, { name, parentId = null, departmentId = null, templateId = null, skills }, call) {
    const refusal = refusePlace({ name, parentId, departmentId }, call)
    if (refusal) return refusal
    const id = newId()
    return done(id, [
      add('categories', {
        id,
        name,
        parent_id: parentId,
        department_id: departmentId,
        template_id: templateId,
        skills: [...new Set(skills)],
        created_at: call.now,
      }),
      reconfigure,
      tell('category.created', deskTopic, id, { name }),
    ])
  },
})
