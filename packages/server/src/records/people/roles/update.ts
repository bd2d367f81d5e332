import { oneAtATime } from '../../../kernel/exclusive.ts'
import type { GrantMap } from '../../../kernel/grants.ts'
import { deskTopic } from '../../../kernel/ids.ts'
import { Problem } from '../../../kernel/problems.ts'
import { same } from '../../../kernel/same.ts'
import { type Change, done, reconfigure, refuse, refuseField, set, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { administratorKey, directory } from '../directory.ts'
import { beyond, checkedFields, checkedGrants, lifted } from '../grantable.ts'
import { restrictedFor } from '../membership.ts'
import { isNameTaken } from './create.ts'

export const updateRole = verb('role.update', {
  prepare: async (preparing, { grants, fields }) => ({
    grants: grants && checkedGrants(grants, preparing),
    fields: fields && checkedFields(fields, preparing),
  }),
  subjects: ({ roleId }) => ({ ...oneAtATime, role: [roleId] }),
  decide(scene, input, call) {
    const role = scene.one('role')
    const people = call.of(directory)
    const patch = {
      name: input.name ?? role.name,
      grants: scene.prepared.grants ?? role.grants,
      fields: scene.prepared.fields ?? role.fields,
    }
    const changes = (['name', 'grants', 'fields'] as const)
      .filter(field => !same(role[field], patch[field]))
      .map((field): Change => ({ field, from: role[field], to: patch[field] }))
    if (changes.length === 0) return done(role.id, [])
    if (role.archived_at) return refuse('role.archived')
    const regrants = changes.some(change => change.field !== 'name')
    if (regrants && role.key === administratorKey) return refuse('role.builtin')
    if (isNameTaken(patch.name, role.id, people)) return refuseField('name', 'taken')
    const problems = [
      ...beyond(newIn(patch.grants, role.grants), call.caller, 'grants'),
      ...(same(role.fields, patch.fields)
        ? []
        : lifted(patch.fields, call.caller, restrictedFor(call.caller, people), 'fields')),
    ]
    if (problems.length > 0) return { refusal: new Problem(422, 'invalid', {}, problems) }
    return done(role.id, [
      set('roles', role.id, patch),
      tell('role.updated', deskTopic, role.id, { name: patch.name, changes }),
      reconfigure,
    ])
  },
})

/** What was granted before was granted by somebody else. */
const newIn = (after: GrantMap, before: GrantMap): GrantMap =>
  Object.fromEntries(Object.entries(after).filter(([name, grant]) => !same(grant, before[name])))
