import { forbidden } from '../../kernel/problems.ts'
import { done, nudge, refuseField, setAll } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { countId } from './count.ts'
import { personOf } from './visible.ts'

/** One's own only: somebody else's id changes nothing, and is not told apart from one that does not exist. */
export const readNotifications = verb('notification.read', {
  decide(_scene, { ids, ticketId, all }, call) {
    const me = personOf(call)
    if (!me) return { refusal: forbidden('notification.read') }
    if ([ids, ticketId, all].filter(given => given !== undefined).length !== 1)
      return refuseField('ids', 'one.needed', { options: 'ids, ticketId, all' })
    return done(countId, [
      setAll(
        'notifications',
        { agent_id: me, read_at: null, ...(ids && { id: ids }), ...(ticketId && { ticket_id: ticketId }) },
        { read_at: call.now },
      ),
      nudge('notification', [me]),
    ])
  },
})
