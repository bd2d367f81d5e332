import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import { changesOf, done, type Row, reconfigure, refuseField, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { handOver, presentDefault } from './default.ts'
import { addressOf, refusePlace } from './place.ts'

const names = {
  name: 'name',
  address: 'address',
  department_id: 'departmentId',
  is_default: 'isDefault',
  signature: 'signature',
}

export const updateMailbox = verb('mailbox.update', {
  prepare: presentDefault,
  subjects: ({ mailboxId, isDefault }, usual) => ({
    ...oneAtATime,
    mailbox: isDefault ? [mailboxId, usual] : [mailboxId],
  }),
  decide(scene, input, call) {
    const id = input.mailboxId
    const row = scene.rows('mailbox').find(locked => locked.id === id) ?? scene.one('mailbox')
    if (row.archived_at) return refuseField('mailboxId', 'archived')
    const patch = {
      ...(input.name !== undefined && { name: input.name }),
      ...(input.address !== undefined && { address: addressOf(input.address) }),
      ...(input.departmentId !== undefined && { department_id: input.departmentId }),
      ...(input.isDefault !== undefined && { is_default: input.isDefault }),
      ...(input.signature !== undefined && { signature: input.signature }),
    }
    const changes = changesOf(row as unknown as Row, patch, names)
    if (changes.length === 0) return done(id, [])
    return (
      refusePlace({ id, ...input }, call) ??
      done(id, [
        ...(input.isDefault ? handOver(scene.rows('mailbox'), id) : []),
        set('mailboxes', id, patch),
        reconfigure,
        tell('mailbox.updated', deskTopic, id, { name: row.name, changes }),
      ])
    )
  },
})
