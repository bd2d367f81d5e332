import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import { done, reconfigure, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'

/** Holds for no ticket any more; the clocks that it started say whose promise they were. */
export const archiveSlaPolicy = verb('slaPolicy.archive', {
  subjects: ({ slaPolicyId }) => ({ ...oneAtATime, slaPolicy: [slaPolicyId] }),
  decide(scene, _input, { now }) {
    const { id, name, archived_at } = scene.one('slaPolicy')
    if (archived_at) return done(id, [])
    return done(id, [
      set('sla_policies', id, { archived_at: now }),
      reconfigure,
      tell('slaPolicy.archived', deskTopic, id, { name }),
    ])
  },
})
