import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic, newId } from '../../kernel/ids.ts'
import { add, done, reconfigure, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { handOver, presentDefault } from './default.ts'
import { addressOf, refusePlace } from './place.ts'

export const createMailbox = verb('mailbox.create', {
  prepare: presentDefault,
  subjects: ({ isDefault }, usual) => ({ ...oneAtATime, ...(isDefault && { mailbox: [usual] }) }),
  decide(scene, { name, address, departmentId, isDefault, signature }, call) {
    const refusal = refusePlace({ address, departmentId: departmentId ?? null }, call)
    if (refusal) return refusal
    const id = newId()
    return done(id, [
      ...(isDefault ? handOver(scene.rows('mailbox'), id) : []),
      add('mailboxes', {
        id,
        name,
        address: addressOf(address),
        department_id: departmentId ?? null,
        is_default: isDefault,
        signature: signature ?? null,
        created_at: call.now,
      }),
      reconfigure,
      tell('mailbox.created', deskTopic, id, { name }),
    ])
  },
})
