import { deskTopic } from '../../../kernel/ids.ts'
import { done, set, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { announced, refuseChange } from '../../people/index.ts'

export const restoreView = verb('view.restore', {
  subjects: ({ viewId }) => ({ view: [viewId] }),
  decide(scene, _input, call) {
    const view = scene.one('view')
    const refusal = refuseChange('view', view, call)
    if (refusal) return refusal
    if (!view.archived_at) return done(view.id, [])
    return done(view.id, [
      set('views', view.id, { archived_at: null }),
      ...announced('view', [view]),
      tell('view.restored', deskTopic, view.id, { name: view.name }),
    ])
  },
})
