import { deskTopic } from '../../kernel/ids.ts'
import { done, reconfigure, remove, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'

/** It says nothing any more, and its secrets are forgotten; what it has said stays to be seen. */
export const archiveRobot = verb('robot.archive', {
  subjects: ({ robotId }) => ({ robot: [robotId] }),
  decide(scene, _input, { now }) {
    const { id, name, archived_at } = scene.one('robot')
    if (archived_at) return done(id, [])
    return done(id, [
      set('robots', id, { archived_at: now }),
      remove('secrets', { owner_id: id }),
      reconfigure,
      tell('robot.archived', deskTopic, id, { name }),
    ])
  },
})
