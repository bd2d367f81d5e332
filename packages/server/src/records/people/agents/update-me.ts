import { oneAtATime } from '../../../kernel/exclusive.ts'
import { forbidden } from '../../../kernel/problems.ts'
import { verb } from '../../../kernel/verb.ts'
import type { AgentRow } from '../rows.ts'
import { changed } from './update.ts'

/** The personal centre: what everybody may change of themselves. */
export const updateMe = verb('agent.updateMe', {
  subjects(_input, _prepared, caller) {
    if (!caller.me.id) throw forbidden('agent.updateMe')
    return { ...oneAtATime, agent: [String(caller.me.id)] }
  },
  decide: (scene, input) =>
    changed(
      scene.one('agent'),
      Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<AgentRow>,
    ),
})
