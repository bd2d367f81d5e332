import { module } from '../../kernel/module.ts'
import { deliveryKind } from './kind.ts'
import { listDeliveries } from './list.ts'
import { presentDeliveries } from './present.ts'
import { queueRetried } from './queue-retried.ts'
import { retryDelivery } from './retry.ts'

/** The deliveries of tickets: what we sent, what became of it, and a person's second try. */
export const deliveries = module({
  name: 'deliveries',
  verbs: { 'delivery.retry': retryDelivery },
  reads: { 'delivery.list': listDeliveries },
  kinds: [deliveryKind],
  presenters: { delivery: presentDeliveries },
  followers: [queueRetried],
  start: async desk => desk.outbox.start(),
})
