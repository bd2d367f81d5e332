import { newId } from '../../kernel/ids.ts'
import { forbidden, notFound } from '../../kernel/problems.ts'
import { done, nudge, put, remove } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { personOf } from './visible.ts'

/** One browser, one endpoint: whoever signs in there last has its messages. */
export const subscribe = verb('notification.subscribe', {
  prepare: ({ db }, { endpoint }) =>
    db.selectFrom('push_subscriptions').select('id').where('endpoint', '=', endpoint).executeTakeFirst(),
  decide({ prepared }, { endpoint, p256dh, auth, name }, call) {
    const me = personOf(call)
    if (!me) return { refusal: forbidden('notification.subscribe') }
    const row = {
      id: prepared?.id ?? newId(),
      agent_id: me,
      endpoint,
      p256dh,
      auth,
      name: name ?? new URL(endpoint).hostname,
      created_at: call.now,
    }
    return done(me, [put('push_subscriptions', ['endpoint'], row), nudge('notificationPreferences', [me])])
  },
})

/** One's own; or anybody's by Baton itself, when the browser is gone. */
export const unsubscribe = verb('notification.unsubscribe', {
  prepare: ({ db }, { subscriptionId }) =>
    db.selectFrom('push_subscriptions').select('agent_id').where('id', '=', subscriptionId).executeTakeFirst(),
  decide({ prepared }, { subscriptionId }, call) {
    const isMine = prepared?.agent_id === personOf(call) || call.caller.actor.kind === 'system'
    if (!prepared || !isMine) return { refusal: notFound() }
    return done(prepared.agent_id, [
      remove('push_subscriptions', { id: subscriptionId }),
      nudge('notificationPreferences', [prepared.agent_id]),
    ])
  },
})
