import { deskTopic } from '../../kernel/ids.ts'
import { done, refuseField, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { announced, refuseChange } from '../people/index.ts'
import { macroOf } from './rows.ts'
import { isTaken } from './taken.ts'

/** Offered again, unless another one has its name by now. */
export const restoreMacro = verb<'macro.restore', { taken: boolean }>('macro.restore', {
  async prepare({ db }, { macroId }) {
    const row = await macroOf(db, macroId)
    if (!row) return { taken: false }
    const { name, audience, owner_id: ownerId } = row
    return {
      taken: await isTaken(db, { table: 'macros', column: 'name', value: name, audience, ownerId, but: macroId }),
    }
  },
  subjects: ({ macroId }) => ({ macro: [macroId] }),
  decide(scene, _input, call) {
    const row = scene.one('macro')
    const refusal = refuseChange('macro', row, call)
    if (refusal) return refusal
    if (!row.archived_at) return done(row.id, [])
    if (scene.prepared.taken) return refuseField('name', 'macro.name')
    return done(row.id, [
      set('macros', row.id, { archived_at: null }),
      ...announced('macro', [row]),
      tell('macro.restored', deskTopic, row.id, { name: row.name }),
    ])
  },
})
