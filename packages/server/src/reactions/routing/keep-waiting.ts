import { canMove, type DispatchDecision } from '@baton/contract'
import { done, type Step, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { standingOf } from '../../records/tickets/index.ts'
import { decisionOn } from './dispatch.ts'

/** Says on tickets in the pool that nobody able is there, once a stay: many at once, since a crowd waits together. */
export const keepWaiting = verb<'ticket.keepWaiting', undefined, Map<string, DispatchDecision>>('ticket.keepWaiting', {
  subjects: ({ ticketIds }) => ({ ticket: ticketIds }),
  async load(tx, _input, scene, call) {
    const decisions = new Map<string, DispatchDecision>()
    const known = new Map<string, DispatchDecision>()
    for (const ticket of scene.rows('ticket')) {
      const alike = [ticket.department_id, ticket.category_id, ticket.urgency].join()
      const decision = known.get(alike) ?? (await decisionOn(tx, ticket, call))
      known.set(alike, decision)
      decisions.set(ticket.id, decision)
    }
    return decisions
  },
  decide(scene, { ticketIds }, call) {
    const steps = scene.rows('ticket').flatMap((ticket): Step[] => {
      const decision = scene.loaded.get(ticket.id)
      const waits = canMove('ticket.dispatch', standingOf(ticket)) && ticket.undispatched_at === null
      // Somebody has become free since: the dispatch that they have caused gives it to them.
      if (!waits || !ticket.department_id || !decision || decision.chosen) return []
      return [
        set('tickets', ticket.id, { undispatched_at: call.now }),
        tell('ticket.undispatched', ticket.id, ticket.id, { departmentId: ticket.department_id, decision }),
      ]
    })
    return done(ticketIds[0] ?? '', steps)
  },
})
