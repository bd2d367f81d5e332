import { deskTopic } from '../../../kernel/ids.ts'
import { done, refuse, refuseField, set, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { announced, archivedRefusal, reachOf, refuseChange } from '../../people/index.ts'

/** 发布视图: makes it there for departments or for everybody, or its owner's own again. */
export const publishView = verb('view.publish', {
  subjects: ({ viewId }) => ({ view: [viewId] }),
  decide(scene, input, call) {
    const row = scene.one('view')
    const refusal = refuseChange('view', row, call) ?? (row.key ? refuse('view.shipped') : undefined)
    if (refusal) return refusal
    if (row.archived_at) return archivedRefusal('view')
    const reach = reachOf('view', input, call)
    if ('refusal' in reach) return reach
    if (reach.audience === 'me' && row.owner_id === null) return refuseField('audience', 'audience.nobody')
    return done(row.id, [
      set('views', row.id, reach),
      ...announced('view', [row, { ...row, ...reach }]),
      tell('view.published', deskTopic, row.id, { name: row.name, audience: reach.audience }),
    ])
  },
})
