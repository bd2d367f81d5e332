import { deskTopic } from '../../kernel/ids.ts'
import { done, refuseField, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { announced, archivedRefusal, ownerIdOf, reachOf, refuseChange } from '../people/index.ts'
import { macroOf } from './rows.ts'
import { isTaken } from './taken.ts'

/** 发布宏: makes it there for departments or for everyone, or its owner's own again. */
export const publishMacro = verb<'macro.publish', { taken: boolean }>('macro.publish', {
  async prepare({ db }, { macroId, audience }) {
    const row = await macroOf(db, macroId)
    const wanted = { table: 'macros', column: 'name', value: row?.name ?? '', audience, but: macroId } as const
    return { taken: await isTaken(db, { ...wanted, ownerId: row?.owner_id ?? null }) }
  },
  subjects: ({ macroId }) => ({ macro: [macroId] }),
  decide(scene, { audience, departmentIds }, call) {
    const row = scene.one('macro')
    const refusal = refuseChange('macro', row, call)
    if (refusal) return refusal
    if (row.archived_at) return archivedRefusal('macro')
    const reach = reachOf('macro', { audience, departmentIds }, call)
    if ('refusal' in reach) return reach
    if (audience === 'me' && row.owner_id !== ownerIdOf(call.caller)) return refuseField('audience', 'audience.other')
    if (scene.prepared.taken) return refuseField('name', 'macro.name')
    return done(row.id, [
      set('macros', row.id, reach),
      ...announced('macro', [row, { ...row, ...reach }]),
      tell('macro.published', deskTopic, row.id, {
        name: row.name,
        audience,
        departmentIds: reach.department_ids,
      }),
    ])
  },
})
