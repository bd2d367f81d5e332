import { deskTopic } from '../../../kernel/ids.ts'
import { done, reconfigure, set, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'

/** Out of use for new tickets; those that have it keep it. */
export const archiveRequestType = verb('requestType.archive', {
  subjects: ({ requestTypeId }) => ({ requestType: [requestTypeId] }),
  decide(scene, _input, { now }) {
    const { id, name_zh: name, archived_at } = scene.one('requestType')
    if (archived_at) return done(id, [])
    return done(id, [
      set('request_types', id, { archived_at: now }),
      reconfigure,
      tell('requestType.archived', deskTopic, id, { name }),
    ])
  },
})
