/** Clocks: the promises of time on a ticket, started, stopped, paused and moved by what happens to it. */
import { type EventName, events, ticketEvents } from '@baton/contract'
import type { Desk } from '../../kernel/desk.ts'
import { every } from '../../kernel/every.ts'
import { module } from '../../kernel/module.ts'
import { climbLadders } from './climb.ts'
import { explainClocks } from './explain.ts'
import { declineExtension, grantExtension, requestExtension } from './extension.ts'
import { reactOnClocks } from './react.ts'
import { checkTonight } from './replay/nightly.ts'
import { retimeAll, retimeTicket } from './retime.ts'

/** What clocks tell of themselves changes nothing that is promised. */
const ownEvents: readonly string[] = Object.keys(events).filter(name => name.startsWith('clock.'))

const tenMinutes = 600_000

async function start(desk: Desk): Promise<() => Promise<void>> {
  const checking = every(tenMinutes, async () => void (await checkTonight(desk)), desk)
  return () => checking.stop()
}

export const clocks = module({
  name: 'clocks',
  verbs: {
    'ticket.retime': retimeTicket,
    'ticket.requestExtension': requestExtension,
    'ticket.grantExtension': grantExtension,
    'ticket.declineExtension': declineExtension,
  },
  reads: { 'ticket.clocks': explainClocks },
  followers: [
    climbLadders,
    {
      kind: 'drains',
      name: 'clocks',
      hears: ['slaPolicy.created', 'slaPolicy.updated', 'slaPolicy.archived', 'calendar.updated', 'holidays.changed'],
      drain: (_events, desk) => retimeAll(desk),
    },
  ],
  start,
  within: [
    {
      name: 'clocks',
      // Whatever happens to a ticket may change what it is promised; a rating may take it up again.
      hears: [...(Object.keys(ticketEvents) as EventName[]), 'survey.answered'].filter(
        (name): name is EventName => Object.hasOwn(events, name) && !ownEvents.includes(name),
      ),
      react: reactOnClocks,
    },
  ],
})
