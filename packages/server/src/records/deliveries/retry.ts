import { changed, isRetryable } from '../../kernel/deliveries/index.ts'
import { done, refuse, set } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'

/** A person sends it again, under the same Message-ID: a dead letter, one that may have arrived, one that waits for its next try. */
export const retryDelivery = verb('delivery.retry', {
  subjects: ({ deliveryId }) => ({ delivery: [deliveryId] }),
  decide(scene, _input, { now }) {
    const delivery = scene.one('delivery')
    if (!isRetryable(delivery)) return refuse('delivery.notRetryable', { status: delivery.status })
    const again = { status: 'queued' as const, attempts: 0, error: null, next_at: null }
    return done(delivery.id, [
      set('deliveries', delivery.id, { ...again, updated_at: now }),
      changed(delivery, delivery.status, again),
    ])
  },
})
