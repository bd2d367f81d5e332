import type { Condition } from '@baton/contract'
import { deskTopic } from '../../kernel/ids.ts'
import { changesOf, done, type Row, refuseField, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { announced, archivedRefusal, refuseChange } from '../people/index.ts'
import { conditionOf } from '../tickets/index.ts'
import { refuseSteps } from './check.ts'
import { macroOf } from './rows.ts'
import { shortened } from './shortened.ts'
import { isTaken } from './taken.ts'

interface Prepared {
  where: Condition | null | undefined
  taken: boolean
}

const names = { name: 'name', description: 'description', steps: 'steps', conditions: 'where' }

export const updateMacro = verb<'macro.update', Prepared>('macro.update', {
  async prepare({ db, caller, picture }, { macroId, name, where }) {
    const row = name === undefined ? undefined : await macroOf(db, macroId)
    const { audience, owner_id: ownerId } = row ?? {}
    return {
      where: where === null ? null : conditionOf(where, { caller, picture }),
      taken:
        audience !== undefined &&
        (await isTaken(db, {
          table: 'macros',
          column: 'name',
          value: name ?? '',
          audience,
          ownerId: ownerId ?? null,
          but: macroId,
        })),
    }
  },
  subjects: ({ macroId }) => ({ macro: [macroId] }),
  decide(scene, { name, description, steps }, call) {
    const row = scene.one('macro')
    const refusal = refuseChange('macro', row, call)
    if (refusal) return refusal
    if (row.archived_at) return archivedRefusal('macro')
    if (scene.prepared.taken) return refuseField('name', 'macro.name')
    const wrong = steps && refuseSteps(steps, call)
    if (wrong) return wrong
    const patch = {
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
      ...(steps && { steps }),
      ...(scene.prepared.where !== undefined && { conditions: scene.prepared.where }),
    }
    const changes = changesOf(row as unknown as Row, patch, names)
    if (changes.length === 0) return done(row.id, [])
    return done(row.id, [
      set('macros', row.id, patch),
      ...announced('macro', [row]),
      tell('macro.updated', deskTopic, row.id, { name: row.name, changes: shortened(changes) }),
    ])
  },
})
