import { oneAtATime } from '../../../kernel/exclusive.ts'
import { deskTopic } from '../../../kernel/ids.ts'
import { done, reconfigure, refuse, set, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { directory } from '../directory.ts'

export const archiveRole = verb('role.archive', {
  subjects: ({ roleId }) => ({ ...oneAtATime, role: [roleId] }),
  decide(scene, _input, call) {
    const role = scene.one('role')
    if (role.archived_at) return done(role.id, [])
    if (role.key) return refuse('role.builtin')
    const holders = [...call.of(directory).agents.values()].filter(person => person.roleIds.includes(role.id))
    if (holders.some(person => person.status === 'active')) return refuse('role.inUse')
    return done(role.id, [
      set('roles', role.id, { archived_at: call.now }),
      tell('role.archived', deskTopic, role.id, { name: role.name }),
      reconfigure,
    ])
  },
})
