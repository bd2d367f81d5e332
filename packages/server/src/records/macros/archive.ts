import { deskTopic } from '../../kernel/ids.ts'
import { done, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { announced, refuseChange } from '../people/index.ts'

/** Offered no more; what was done by it keeps its name. */
export const archiveMacro = verb('macro.archive', {
  subjects: ({ macroId }) => ({ macro: [macroId] }),
  decide(scene, _input, call) {
    const row = scene.one('macro')
    const refusal = refuseChange('macro', row, call)
    if (refusal) return refusal
    if (row.archived_at) return done(row.id, [])
    return done(row.id, [
      set('macros', row.id, { archived_at: call.now }),
      ...announced('macro', [row]),
      tell('macro.archived', deskTopic, row.id, { name: row.name }),
    ])
  },
})
