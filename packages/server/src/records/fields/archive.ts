import { namesIn } from '@baton/contract'
import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import { done, reconfigure, refuse, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { definitions } from './definitions.ts'

/** Out of use: nobody fills it in any more. What is kept in it stays, and can be asked about. */
export const archiveField = verb('field.archive', {
  subjects: ({ fieldId }) => ({ ...oneAtATime, field: [fieldId] }),
  decide(scene, _input, call) {
    const { id, key, name, owner, archived_at } = scene.one('field')
    if (archived_at) return done(id, [])
    const reader = call
      .of(definitions)
      .of(owner)
      .formulas.find(({ formula }) => namesIn(formula).includes(key))
    if (reader) return refuse('field.inFormula', { name: call.of(definitions).of(owner).byKey(reader.key)?.name })
    return done(id, [
      set('fields', id, { archived_at: call.now }),
      reconfigure,
      tell('field.archived', deskTopic, id, { name, of: owner }),
    ])
  },
})
