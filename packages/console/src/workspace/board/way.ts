import { canMove, type TicketRecord, transitions } from '@baton/contract'
import type { Target } from '../../people/HolderPicker.tsx'
import { sheetOf } from '../../tickets/sheets/asks.ts'
import { isSpoken, type TicketVerb, verbOrder } from '../../tickets/verbs.ts'
import type { Group } from '../groups/group.ts'

export type Value = Group['value']

/** How a ticket comes into another group: at once, by a sheet that asks first, or not, and why. */
export type Way =
  | { verb: TicketVerb; input: object }
  | { sheet: TicketVerb; given?: Target }
  | { why: 'fixed' | 'none' | 'several' | 'notAllowed' | 'nobody' | 'frozen'; verbs: readonly TicketVerb[] }

/** Who moves it. */
interface Mover {
  id: string
  isFrozen: (field: string) => boolean
}

/** The way of a ticket to where a field has another value than it has now. */
export function wayTo(field: string, value: Value, ticket: TicketRecord, me: Mover): Way {
  switch (field) {
    case 'urgency':
    case 'requestType':
      return update(field, { [field]: value }, ticket, me)
    case 'categoryId':
      return update(field, { category: value }, ticket, me)
    case 'assigneeId':
      return toPerson(value, ticket, me.id)
    case 'departmentId':
      return typeof value === 'string'
        ? begin('ticket.transfer', ticket, { departmentId: value })
        : { why: 'nobody', verbs: [] }
    case 'status':
      return byStatus(value, ticket)
    case 'runState':
      return byRunState(value, ticket)
    default:
      return field.startsWith('fields.')
        ? update(field, { fields: { [field.slice('fields.'.length)]: value } }, ticket, me)
        : { why: 'fixed', verbs: [] }
  }
}

function update(field: string, change: object, ticket: TicketRecord, me: Mover): Way {
  if (!allowed('ticket.update', ticket)) return { why: 'notAllowed', verbs: ['ticket.update'] }
  if (me.isFrozen(field)) return { why: 'frozen', verbs: [] }
  return { verb: 'ticket.update', input: { ticketId: ticket.id, ...change } }
}

/** By giving it to them; to oneself out of the pool also by taking it. */
function toPerson(value: Value, ticket: TicketRecord, me: string): Way {
  const { id: ticketId, departmentId } = ticket
  if (value === me && allowed('ticket.claim', ticket)) return { verb: 'ticket.claim', input: { ticketId } }
  if (!allowed('ticket.assign', ticket)) return { why: 'notAllowed', verbs: ['ticket.assign'] }
  const to = value === null ? { departmentId } : { assigneeId: value }
  return { verb: 'ticket.assign', input: { ticketId, ...to } }
}

/** By the one verb of the state table that leads there. Words are written in the ticket, so answering is none. */
function byStatus(value: Value, ticket: TicketRecord): Way {
  const leading = verbOrder.filter(
    verb =>
      !isSpoken(verb) &&
      verb !== 'ticket.recordCall' &&
      canMove(verb, ticket) &&
      transitions.some(row => row.verb === verb && (row.to as readonly Value[]).includes(value)),
  )
  const open = leading.filter(verb => allowed(verb, ticket))
  const [verb] = open
  if (leading.length === 0) return { why: 'none', verbs: [] }
  if (!verb) return { why: 'notAllowed', verbs: leading }
  return open.length === 1 ? begin(verb, ticket) : { why: 'several', verbs: open }
}

const runs: Readonly<Record<string, TicketVerb>> = {
  paused: 'ticket.pause',
  running: 'ticket.resume',
  cancelled: 'ticket.cancel',
  force_ended: 'ticket.forceEnd',
}

function byRunState(value: Value, ticket: TicketRecord): Way {
  const verb = runs[String(value)]
  return verb && canMove(verb, ticket) ? begin(verb, ticket) : { why: 'none', verbs: [] }
}

/** At once, or by its sheet where it asks something. */
function begin(verb: TicketVerb, ticket: TicketRecord, given?: Target): Way {
  if (!allowed(verb, ticket)) return { why: 'notAllowed', verbs: [verb] }
  if (sheetOf(verb, ticket)) return { sheet: verb, ...(given && { given }) }
  return { verb, input: { ticketId: ticket.id } }
}

const allowed = (verb: TicketVerb, ticket: TicketRecord): boolean => ticket.allowed.includes(verb)
