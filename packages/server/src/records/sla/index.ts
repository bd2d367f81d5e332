import { module } from '../../kernel/module.ts'
import { archiveSlaPolicy } from './archive.ts'
import { createSlaPolicy } from './create.ts'
import { slaPolicyKind } from './kind.ts'
import { listSlaPolicies, presentSlaPolicies } from './list.ts'
import { slaPolicies } from './policies.ts'
import { updateSlaPolicy } from './update.ts'

export { anyTicket, ticketDeeds } from './ladder.ts'
export { type SlaPolicy, slaPolicies } from './policies.ts'
export type { PromisedTarget } from './tables.ts'

/** Promises of time: policies that say what a ticket is promised by its urgency, and by which calendar it is reckoned. */
export const slaRoom = module({
  name: 'sla',
  verbs: {
    'slaPolicy.create': createSlaPolicy,
    'slaPolicy.update': updateSlaPolicy,
    'slaPolicy.archive': archiveSlaPolicy,
  },
  reads: { 'slaPolicy.list': listSlaPolicies },
  kinds: [slaPolicyKind],
  presenters: { slaPolicy: presentSlaPolicies },
  configuration: [slaPolicies],
})
