import { type CardLead, check, isOpen, type Rung, resolve, type SlaTarget } from '@baton/contract'
import type { Picture } from '../../kernel/configuration.ts'
import { settings } from '../../records/settings/index.ts'
import { type PromisedTarget, type SlaPolicy, slaPolicies } from '../../records/sla/index.ts'
import { templates } from '../../records/templates/index.ts'
import { type LockedTicket, plainTicket, type TicketRow, ticketFields } from '../../records/tickets/index.ts'

/** What of a ticket its clocks depend on, once its policy is known. */
export type Standing = Pick<
  TicketRow,
  | 'id'
  | 'status'
  | 'run_state'
  | 'urgency'
  | 'department_id'
  | 'assignee_id'
  | 'waiting_since'
  | 'first_response_at'
  | 'acknowledged_at'
  | 'reopen_count'
>

/** A promise that holds for a ticket as it stands. */
export interface Promised {
  target: SlaTarget
  policyId: string
  calendarId: string | null
  /** Working seconds. */
  seconds: number
  /** How long before its end the yellow card falls; null: never. */
  leadSeconds: number | null
  /** In the order of their times. */
  ladder: Rung[]
  /** What it is about: another round is another promise. */
  round: string
  /** Why it stands still, if it does. */
  paused: string | null
}

/** The policy that the ticket's template names; else the first in force whose condition holds. None promises nothing. */
export function policyFor(ticket: LockedTicket, picture: Picture, now: Date): SlaPolicy | undefined {
  const fields = picture.of(ticketFields)
  const bound = boundPolicy(ticket, picture)
  if (bound) return bound
  const plain = plainTicket(ticket, fields)
  const environment = { now, zone: picture.of(settings).timezone, me: {} }
  return picture
    .of(slaPolicies)
    .inForce.find(({ where }) => where === null || check(resolve(where, fields.catalogue, environment), plain))
}

function boundPolicy({ template_id }: LockedTicket, picture: Picture): SlaPolicy | undefined {
  const named = template_id && picture.of(templates).byId(template_id)?.slaPolicyId
  return named ? picture.of(slaPolicies).inForce.find(({ id }) => id === named) : undefined
}

/** What it is promised in the state in which it is now. Pure. */
export function promisedTo(ticket: Standing, policy: Pick<SlaPolicy, 'id' | 'targets'> | undefined): Promised[] {
  if (!policy) return []
  return policy.targets.flatMap((one): Promised[] => {
    const seconds = one.seconds[ticket.urgency]
    const round = roundOf(one.target, ticket)
    if (seconds === null || round === undefined) return []
    const { target, calendarId } = one
    const leadSeconds = leadOf(one.lead, seconds)
    const ladder = one.ladder.toSorted((a, b) => a.seconds - b.seconds)
    const paused = pausedBy(one, ticket)
    return [{ target, policyId: policy.id, calendarId, seconds, leadSeconds, ladder, round, paused }]
  })
}

/** Nobody is warned before half of the time has run. */
function leadOf(lead: CardLead | null, seconds: number): number | null {
  if (lead === null) return null
  return Math.min('share' in lead ? Math.round((seconds * lead.share) / 100) : lead.seconds, Math.floor(seconds / 2))
}

/** Undefined while the ticket's state asks for no such promise. */
function roundOf(target: SlaTarget, ticket: Standing): string | undefined {
  const { status, first_response_at: answered, waiting_since: waiting } = ticket
  if (!isOpen(status)) return undefined
  switch (target) {
    case 'response':
      return answered === null ? 'first' : undefined
    case 'nextResponse':
      return answered !== null && waiting !== null ? String(waiting.getTime()) : undefined
    case 'acknowledge':
      return status === 'new' || status === 'assigned' ? `${ticket.department_id}/${ticket.assignee_id}` : undefined
    case 'resolution':
      return String(ticket.reopen_count)
    case 'progress':
      return status === 'in_progress' ? String(ticket.reopen_count) : undefined
  }
}

const pausedBy = ({ pauseIn }: PromisedTarget, { run_state, status }: Standing): string | null => {
  if (run_state === 'paused') return 'ticket.paused'
  return (pauseIn as readonly string[]).includes(status) ? `status.${status}` : null
}
