import { canMove, type VerbInput, type VerbName } from '@baton/contract'
import type { Db } from '../../kernel/db.ts'
import {
  type Change,
  changesOf,
  type Decision,
  done,
  type Refusal,
  type Row,
  refuse,
  type Step,
  set,
} from '../../kernel/steps.ts'
import { type Call, type Preparing, type Verb, verb } from '../../kernel/verb.ts'
import { fieldNames, type LockedTicket, standingOf } from './ticket.ts'

/** The verbs that act on one ticket: they all name it the same way. */
export type TicketVerbName = {
  [N in VerbName]: VerbInput<N> extends { ticketId: string } ? (N extends `ticket.${string}` ? N : never) : never
}[VerbName]

export interface TicketParts<N extends TicketVerbName, P, L> {
  prepare?(preparing: Preparing, input: VerbInput<N>): Promise<P>
  load?(tx: Db, ticket: LockedTicket, call: Call, input: VerbInput<N>): Promise<L>
  decide(ticket: LockedTicket, input: VerbInput<N>, call: Call, known: { prepared: P; loaded: L }): Decision | Refusal
  /** A clearer word than the state table's, where the table refuses. */
  refusal?(ticket: LockedTicket, call: Call): Refusal | undefined
}

/** A verb on one ticket: locks it and asks the state table before the verb's own decision. */
export function ticketVerb<N extends TicketVerbName, P = undefined, L = undefined>(
  name: N,
  parts: TicketParts<N, P, L>,
): Verb<N> {
  return verb<N, P, L>(name, {
    ...(parts.prepare && { prepare: parts.prepare }),
    subjects: input => ({ ticket: [(input as { ticketId: string }).ticketId] }),
    ...(parts.load && {
      load: (tx: Db, input: VerbInput<N>, scene, call: Call) =>
        (parts.load as NonNullable<typeof parts.load>)(tx, scene.one('ticket'), call, input),
    }),
    decide(scene, input, call) {
      const ticket = scene.one('ticket')
      if (!canMove(name, standingOf(ticket))) return parts.refusal?.(ticket, call) ?? notFrom(ticket)
      return parts.decide(ticket, input, call, { prepared: scene.prepared, loaded: scene.loaded })
    },
  })
}

/** The state of things refuses: says in which state the ticket is. */
export const notFrom = ({ status, run_state }: LockedTicket): Refusal =>
  refuse('ticket.notFrom', { status, runState: run_state })

/** The ticket's row with a patch, its changes told by the API's names. With another holder it begins to wait anew. */
export function moved(ticket: LockedTicket, now: Date, patch: Row): { steps: Step[]; changes: Change[] } {
  const handed = 'assignee_id' in patch || 'department_id' in patch
  return {
    steps: [set('tickets', ticket.id, { ...patch, ...(handed && { undispatched_at: null }), updated_at: now })],
    changes: changesOf(ticket as unknown as Row, patch, fieldNames),
  }
}

/** Nothing to do: the ticket as it is. */
export const nothing = (ticket: LockedTicket): Decision => done(ticket.id, [])
