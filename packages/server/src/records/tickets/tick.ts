import { done } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'

/** Time alone has moved: the shell advances the clocks of every ticket that it locks, so nothing is left to decide. */
export const tickTicket = verb('ticket.tick', {
  subjects: ({ ticketId }) => ({ ticket: [ticketId] }),
  decide: (_scene, { ticketId }) => done(ticketId, []),
})
