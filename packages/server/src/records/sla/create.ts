import type { Condition } from '@baton/contract'
import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic, newId } from '../../kernel/ids.ts'
import { add, done, reconfigure, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { refusePolicy, ticketCondition } from './check.ts'
import { slaPolicies } from './policies.ts'

export const createSlaPolicy = verb<'slaPolicy.create', Condition | null | undefined>('slaPolicy.create', {
  prepare: async (preparing, { where }) => ticketCondition(where, preparing),
  subjects: () => oneAtATime,
  decide({ prepared: where }, { name, targets, enabled }, call) {
    const refusal = refusePolicy({ name, targets }, call)
    if (refusal) return refusal
    const id = newId()
    const last = Math.max(0, ...call.of(slaPolicies).all.map(({ position }) => position))
    return done(id, [
      add('sla_policies', {
        id,
        name,
        conditions: where ?? null,
        targets,
        enabled,
        position: last + 1,
        created_at: call.now,
      }),
      reconfigure,
      tell('slaPolicy.created', deskTopic, id, { name }),
    ])
  },
})
