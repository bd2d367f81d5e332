import { fold, type Presence } from '@baton/contract'
import { oneAtATime } from '../../../kernel/exclusive.ts'
import { deskTopic, newId } from '../../../kernel/ids.ts'
import { Problem } from '../../../kernel/problems.ts'
import { add, done, reconfigure, refuseField, type Step, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { newPassword } from '../credentials.ts'
import { directory } from '../directory.ts'
import { departmentProblems, once, roleProblems } from '../membership.ts'
import { hashPassword, initialPassword } from '../password.ts'

/** Answers once with `initialPassword`, which the new person must change at the first sign-in. */
export const createAgent = verb('agent.create', {
  async prepare() {
    const password = initialPassword()
    return { id: newId(), password, hash: await hashPassword(password) }
  },
  subjects: () => oneAtATime,
  decide({ prepared: { id, password, hash } }, input, call) {
    const people = call.of(directory)
    if (people.byLogin(input.employeeNo)) return refuseField('employeeNo', 'taken')
    const problems = [
      ...departmentProblems(input.departmentIds, [], people),
      ...roleProblems(input.roleIds, [], people, call.caller),
    ]
    if (problems.length > 0) return { refusal: new Problem(422, 'invalid', {}, problems) }
    const steps = newPerson({ ...input, id }, { hash, mustChange: true, now: call.now })
    return done(id, steps, { initialPassword: password })
  },
})

export interface NewPerson {
  id: string
  employeeNo: string
  name: string
  email?: string | undefined
  phone?: string | undefined
  extension?: string | undefined
  departmentIds: readonly string[]
  roleIds: readonly string[]
  skills?: readonly string[]
  capacity?: number
}

export interface Beginning {
  hash: string
  mustChange: boolean
  now: Date
  presence?: Presence
}

/** A new person with a password: also how the first administrator comes to be. */
export function newPerson(person: NewPerson, { hash, mustChange, now, presence = 'offline' }: Beginning): Step[] {
  return [
    add('agents', {
      id: person.id,
      employee_no: person.employeeNo,
      login: fold(person.employeeNo),
      name: person.name,
      email: person.email ?? null,
      phone: person.phone ?? null,
      extension: person.extension ?? null,
      status: 'active',
      department_ids: once(person.departmentIds),
      role_ids: once(person.roleIds),
      skills: once(person.skills ?? []),
      capacity: person.capacity ?? 8,
      presence,
      presence_at: now,
      version: 1,
      created_at: now,
    }),
    newPassword(person.id, hash, mustChange, now),
    tell('agent.created', deskTopic, person.id, { name: person.name }),
    reconfigure,
  ]
}
