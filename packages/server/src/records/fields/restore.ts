import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import { Problem } from '../../kernel/problems.ts'
import { done, reconfigure, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { problemsOf } from './check.ts'
import { definitions } from './definitions.ts'

/** In use again, with all that is kept in it; as long as nothing has taken its place. */
export const restoreField = verb('field.restore', {
  subjects: ({ fieldId }) => ({ ...oneAtATime, field: [fieldId] }),
  decide(scene, _input, call) {
    const row = scene.one('field')
    const { id, name, owner: of, archived_at } = row
    if (!archived_at) return done(id, [])
    const wanted = { ...row, of, default: row.usual, unique: row.is_unique }
    const problems = problemsOf(wanted, call.of(definitions).of(of))
    if (problems.length > 0) return { refusal: new Problem(422, 'invalid', {}, problems) }
    return done(id, [
      set('fields', id, { archived_at: null }),
      reconfigure,
      tell('field.restored', deskTopic, id, { name, of }),
    ])
  },
})
