import type { Form } from '@baton/contract'
import { done, tell } from '../../kernel/steps.ts'
import { moved, ticketVerb } from './act.ts'
import { formerForm, refuseUnfinished } from './form.ts'

/** 处理完毕: the result is written down; the ticket closes by itself later unless the customer objects. */
export const solveTicket = ticketVerb<'ticket.solve', undefined, Form | undefined>('ticket.solve', {
  load: formerForm,
  decide(ticket, { result }, call, { loaded: former }) {
    const unfinished = refuseUnfinished(ticket, former, call)
    if (unfinished) return unfinished
    const { steps, changes } = moved(ticket, call.now, {
      status: 'solved',
      solved_at: call.now,
      result,
      acknowledged_at: ticket.acknowledged_at ?? call.now,
      waiting_since: null,
    })
    return done(ticket.id, [...steps, tell('ticket.solved', ticket.id, ticket.id, { result, changes })])
  },
})
