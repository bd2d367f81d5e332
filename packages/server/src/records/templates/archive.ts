import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import { done, reconfigure, refuse, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'

/** No new tickets of this kind; those that there are keep their form. */
export const archiveTemplate = verb('template.archive', {
  subjects: ({ templateId }) => ({ ...oneAtATime, template: [templateId] }),
  decide(scene, _input, { now }) {
    const { id, name, archived_at, is_default } = scene.one('template')
    if (archived_at) return done(id, [])
    if (is_default) return refuse('template.default')
    return done(id, [
      set('templates', id, { archived_at: now }),
      reconfigure,
      tell('template.archived', deskTopic, id, { name }),
    ])
  },
})
