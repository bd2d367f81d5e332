/** Clocks: the promises of time on a ticket, started, stopped, paused and moved by what happens to it. */
import { module } from '../../kernel/module.ts'
import { reactOnClocks } from './react.ts'

export const clocks = module({
  name: 'clocks',
  within: [
    {
      name: 'clocks',
      hears: [
        'ticket.opened',
        'ticket.replied',
        'ticket.called',
        'ticket.paused',
        'ticket.resumed',
        'ticket.updated',
        'ticket.solved',
        'ticket.closed',
        'ticket.cancelled',
        'ticket.forceEnded',
      ],
      react: (draft, { now }) => reactOnClocks(draft, now),
    },
  ],
})
