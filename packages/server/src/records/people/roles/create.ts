import { fold } from '@baton/contract'
import { oneAtATime } from '../../../kernel/exclusive.ts'
import { deskTopic, newId } from '../../../kernel/ids.ts'
import { Problem } from '../../../kernel/problems.ts'
import { add, done, reconfigure, refuseField, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { type Directory, directory } from '../directory.ts'
import { beyond, checkedFields, checkedGrants, lifted } from '../grantable.ts'
import { restrictedFor } from '../membership.ts'

export const createRole = verb('role.create', {
  prepare: async (preparing, input) => ({
    id: newId(),
    grants: checkedGrants(input.grants, preparing),
    fields: checkedFields(input.fields, preparing),
  }),
  subjects: () => oneAtATime,
  decide({ prepared: { id, grants, fields } }, { name }, call) {
    const people = call.of(directory)
    if (isNameTaken(name, id, people)) return refuseField('name', 'taken')
    const problems = [
      ...beyond(grants, call.caller, 'grants'),
      ...lifted(fields, call.caller, restrictedFor(call.caller, people), 'fields'),
    ]
    if (problems.length > 0) return { refusal: new Problem(422, 'invalid', {}, problems) }
    return done(id, [
      add('roles', { id, name, grants, fields, version: 1, created_at: call.now }),
      tell('role.created', deskTopic, id, { name }),
      reconfigure,
    ])
  },
})

export const isNameTaken = (name: string, id: string, { roles }: Directory): boolean =>
  [...roles.values()].some(role => role.id !== id && !role.archived && fold(role.name) === fold(name))
