import { deskTopic } from '../../../kernel/ids.ts'
import { done, refuse, set, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { announced, refuseChange } from '../../people/index.ts'

export const archiveView = verb('view.archive', {
  subjects: ({ viewId }) => ({ view: [viewId] }),
  decide(scene, _input, call) {
    const view = scene.one('view')
    const refusal = refuseChange('view', view, call) ?? (view.key ? refuse('view.shipped') : undefined)
    if (refusal) return refusal
    if (view.archived_at) return done(view.id, [])
    return done(view.id, [
      set('views', view.id, { archived_at: call.now }),
      ...announced('view', [view]),
      tell('view.archived', deskTopic, view.id, { name: view.name }),
    ])
  },
})
