/** Routing: waiting tickets find a ready person by themselves, and every choice says why. */
import { module } from '../../kernel/module.ts'
import { concernedBy, wakes } from './concerned.ts'
import { dispatchTicket } from './dispatch.ts'
import { drain } from './drain.ts'
import { keepWaiting } from './keep-waiting.ts'
import { listCandidates } from './look.ts'

export const routing = module({
  name: 'routing',
  verbs: { 'ticket.dispatch': dispatchTicket, 'ticket.keepWaiting': keepWaiting },
  reads: { 'ticket.candidates': listCandidates },
  followers: [
    {
      kind: 'drains',
      name: 'dispatch',
      hears: wakes,
      async drain(events, desk) {
        const picture = await desk.configuration.current()
        await drain(desk, await concernedBy(events, desk.db, picture))
      },
    },
  ],
})
