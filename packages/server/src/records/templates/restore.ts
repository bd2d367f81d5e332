import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import { Problem } from '../../kernel/problems.ts'
import { done, reconfigure, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { problemsOf } from './check.ts'

export const restoreTemplate = verb('template.restore', {
  subjects: ({ templateId }) => ({ ...oneAtATime, template: [templateId] }),
  decide(scene, _input, call) {
    const { id, name, owner: of, archived_at } = scene.one('template')
    if (!archived_at) return done(id, [])
    const problems = problemsOf({ id, of, name }, call)
    if (problems.length > 0) return { refusal: new Problem(422, 'invalid', {}, problems) }
    return done(id, [
      set('templates', id, { archived_at: null }),
      reconfigure,
      tell('template.restored', deskTopic, id, { name }),
    ])
  },
})
