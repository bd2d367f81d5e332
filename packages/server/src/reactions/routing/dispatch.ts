import type { DispatchDecision } from '@baton/contract'
import type { Db } from '../../kernel/db.ts'
import { done, refuse, set, tell } from '../../kernel/steps.ts'
import type { Call } from '../../kernel/verb.ts'
import { lockPeople } from '../../records/people/index.ts'
import { handover, holderOf, moved, nothing, ticketVerb } from '../../records/tickets/index.ts'
import { candidatesOf, reach, standings, wantedBy } from './candidates.ts'
import { choose } from './choose.ts'

interface Loaded {
  decision: DispatchDecision
  /** Between the look and the lock the chosen one was given something else, or left. */
  isStale: boolean
}

/**
 * Gives a waiting ticket to the able person with the least in hand. Chosen on how things stand under the ticket's lock,
 * and again under the person's, so that nobody is ever given more than the capacity, whoever else acts at the same time.
 */
export const dispatchTicket = ticketVerb<'ticket.dispatch', undefined, Loaded>('ticket.dispatch', {
  async load(tx, ticket, call) {
    const decision = await decisionOn(tx, ticket, call)
    if (!decision.chosen) return { decision, isStale: false }
    await lockPeople(tx, [decision.chosen.agentId])
    const again = await decisionOn(tx, ticket, call)
    return { decision: again, isStale: again.chosen?.agentId !== decision.chosen.agentId }
  },
  decide(ticket, _input, call, { loaded: { decision, isStale } }) {
    if (isStale) return refuse('ticket.dispatchMoved')
    const { chosen } = decision
    if (!chosen) return waiting(ticket, decision, call)
    const from = holderOf(ticket)
    const to = { departmentId: chosen.departmentId, assigneeId: chosen.agentId }
    const { steps, changes } = moved(ticket, call.now, {
      status: 'assigned',
      department_id: to.departmentId,
      assignee_id: to.assigneeId,
      acknowledged_at: null,
    })
    return done(ticket.id, [
      ...steps,
      handover(ticket.id, from, to, call, { mode: 'auto', decision }),
      tell('ticket.assigned', ticket.id, ticket.id, { from, to, mode: 'auto', reason: null, changes }),
    ])
  },
})

type Ticket = Parameters<typeof holderOf>[0] & Parameters<typeof wantedBy>[0] & { id: string }

/** How it would be decided now. A ticket without a department has nobody to go to. */
export async function decisionOn(
  db: Db,
  ticket: Ticket,
  { picture }: Pick<Call, 'picture'>,
): Promise<DispatchDecision> {
  const wanted = wantedBy(ticket, picture)
  if (!ticket.department_id) return choose(wanted, [])
  const standing = await standings(db, [...reach(ticket.department_id, picture).keys()])
  return choose(wanted, candidatesOf(ticket.department_id, standing, picture))
}

/** It stays in the pool, which is told once, not at every look. */
function waiting(ticket: Parameters<typeof nothing>[0], decision: DispatchDecision, call: Call) {
  if (ticket.undispatched_at || !ticket.department_id) return nothing(ticket)
  return done(ticket.id, [
    set('tickets', ticket.id, { undispatched_at: call.now }),
    tell('ticket.undispatched', ticket.id, ticket.id, { departmentId: ticket.department_id, decision }),
  ])
}
