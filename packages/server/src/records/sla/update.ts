import type { Condition } from '@baton/contract'
import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import { ordered } from '../../kernel/ordered.ts'
import { changesOf, done, type Row, reconfigure, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { refusePolicy, ticketCondition } from './check.ts'
import { slaPolicies } from './policies.ts'

const names = { name: 'name', conditions: 'where', targets: 'targets', enabled: 'enabled', position: 'position' }

/** A changed order numbers all that are in use anew, so all of them are locked. */
export const updateSlaPolicy = verb<'slaPolicy.update', { where: Condition | null | undefined; ids: string[] }>(
  'slaPolicy.update',
  {
    prepare: async (preparing, { where, position, slaPolicyId }) => ({
      where: ticketCondition(where, preparing),
      ids: position === undefined ? [slaPolicyId] : preparing.picture.of(slaPolicies).all.map(({ id }) => id),
    }),
    subjects: ({ slaPolicyId }, { ids }) => ({ ...oneAtATime, slaPolicy: [...new Set([slaPolicyId, ...ids])] }),
    decide(scene, { slaPolicyId, name, targets, enabled, position }, call) {
      const row = scene.rows('slaPolicy').find(({ id }) => id === slaPolicyId)
      if (!row) throw new Error('the policy is locked')
      const refusal = refusePolicy({ id: row.id, name, targets }, call)
      if (refusal) return refusal
      const { where } = scene.prepared
      const patch = {
        ...(name !== undefined && { name }),
        ...(where !== undefined && { conditions: where }),
        ...(targets && { targets }),
        ...(enabled !== undefined && { enabled }),
      }
      const order = position === undefined ? [] : ordered(scene.rows('slaPolicy'), row.id, position)
      const place = order.find(({ id }) => id === row.id)?.position ?? row.position
      const changes = changesOf(row as unknown as Row, { ...patch, position: place }, names)
      if (changes.length === 0) return done(row.id, [])
      return done(row.id, [
        set('sla_policies', row.id, patch),
        ...order.map(({ id, position: at }) => set('sla_policies', id, { position: at })),
        reconfigure,
        tell('slaPolicy.updated', deskTopic, row.id, { name: row.name, changes }),
      ])
    },
  },
)
