import { canMove, type TicketRecord, transitions } from '@baton/contract'
import type { Me } from '../session/me.ts'
import type { TicketVerb } from './verbs.ts'

type Change = Partial<TicketRecord>

/** What a verb will most likely make of a ticket, to be shown until the server has answered. */
export function predict(verb: TicketVerb, ticket: TicketRecord, input: object, me: Me): TicketRecord {
  const next = { ...ticket, ...changeBy(verb, ticket, input, me) }
  if (next.status === ticket.status && next.runState === ticket.runState && next.assigneeId === ticket.assigneeId)
    return next
  const allowed = transitions.map(row => row.verb).filter(name => me.may(name) && canMove(name, next))
  return { ...next, allowed }
}

function changeBy(verb: TicketVerb, ticket: TicketRecord, input: object, { agent }: Me): Change {
  const own = { assigneeId: agent.id, assignee: { id: agent.id, name: agent.name, employeeNo: agent.employeeNo } }
  switch (verb) {
    case 'ticket.claim':
      return { status: 'in_progress', ...own }
    case 'ticket.acknowledge':
      return { status: 'in_progress' }
    case 'ticket.await':
      return { status: 'pending_customer' }
    case 'ticket.hold':
      return { status: 'on_hold' }
    case 'ticket.solve':
      return { status: 'solved' }
    case 'ticket.followUp':
      return { status: 'follow_up' }
    case 'ticket.close':
      return { status: 'closed' }
    case 'ticket.pause':
      return { runState: 'paused' }
    case 'ticket.resume':
      return { runState: 'running' }
    case 'ticket.cancel':
      return { status: 'closed', runState: 'cancelled' }
    case 'ticket.forceEnd':
      return { status: 'closed', runState: 'force_ended' }
    case 'ticket.urge':
      return { urgeCount: ticket.urgeCount + 1 }
    case 'ticket.see':
      return { unread: false }
    case 'ticket.update':
      return given(input, ['subject', 'urgency', 'requestType', 'tags'])
    case 'ticket.reply':
      return afterReply(ticket, input as { body: string; thenStatus?: string }, ticket.assigneeId ? {} : own)
    default:
      return {}
  }
}

function afterReply(
  ticket: TicketRecord,
  { body, thenStatus }: { body: string; thenStatus?: string },
  holder: Change,
): Change {
  const answered: Change = {
    lastWords: body.replace(/\s+/g, ' ').slice(0, 200),
    lastFrom: 'us',
    waitingSince: null,
    ...holder,
  }
  if (thenStatus === 'solved') return { ...answered, status: 'solved' }
  if (thenStatus === 'pending_customer') return { ...answered, status: 'pending_customer' }
  return ticket.status === 'new' || ticket.status === 'assigned' ? { ...answered, status: 'in_progress' } : answered
}

function given(input: object, names: (keyof TicketRecord)[]): Change {
  return Object.fromEntries(names.filter(name => name in input).map(name => [name, input[name as never]]))
}
