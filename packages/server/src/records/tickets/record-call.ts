import type { VerbInput } from '@baton/contract'
import { done, type Refusal, refuse, refuseField, type Step, tell } from '../../kernel/steps.ts'
import { type Call, type Preparing, verb } from '../../kernel/verb.ts'
import {
  begun,
  type CallRow,
  callsOf,
  isRefusal,
  type KeptCall,
  keep,
  keptCall,
  momentTold,
  numberTold,
  secondsOf,
} from '../calls/index.ts'
import { readPhone } from '../customers/index.ts'
import { lockPeople } from '../people/index.ts'
import { moved } from './act.ts'
import { handover, holderOf, personOf } from './holder.ts'
import { lastWords, say } from './message.ts'
import type { LockedTicket, TicketRow } from './ticket.ts'

type Input = VerbInput<'ticket.recordCall'>

interface Prepared {
  kept: KeptCall | undefined
  /** The customer's first number, for who names none. */
  number: string | undefined
}

/**
 * A call about a ticket: we called back, or the customer called again. When somebody was reached it is an answer, so the
 * first one is the first effective response; what was said is kept with it. Nobody reached is a note of trying.
 */
export const recordCall = verb<'ticket.recordCall', Prepared, void>('ticket.recordCall', {
  async prepare(preparing, { ticketId, callId }) {
    return { kept: await keptCall(preparing, callId), number: await firstNumber(preparing, ticketId) }
  },
  subjects: ({ ticketId }, { kept }) => ({ ticket: [ticketId], ...callsOf(kept) }),
  load: (tx, _input, scene, { caller }) =>
    lockPeople(tx, scene.one('ticket').assignee_id === null ? [personOf(caller)] : []),
  decide(scene, input, call) {
    const ticket = scene.one('ticket')
    if (ticket.status === 'merged')
      return refuse('ticket.notFrom', { status: ticket.status, runState: ticket.run_state })
    const placed = callOf(ticket, input, scene.prepared, scene.rows('call'), call)
    if ('refusal' in placed) return placed
    return record(ticket, input, placed, call)
  },
})

interface Placed {
  call: CallRow
  steps: Step[]
}

/** The call that a phone system or a timer has kept, or one that is written down now. */
function callOf(
  ticket: LockedTicket,
  input: Input,
  prepared: Prepared,
  locked: readonly CallRow[],
  call: Call,
): Placed | Refusal {
  const { now, caller } = call
  if (input.number !== undefined && !readPhone(input.number)) return refuseField('number', 'phone.invalid')
  if (prepared.kept) return keep(prepared.kept, locked, ticket, input.reached ? 'recorded' : 'unreached', call)
  const started = momentTold('startedAt', input.startedAt ?? input.endedAt, now)
  if (isRefusal(started)) return started
  const ended = momentTold('endedAt', input.endedAt, now)
  if (isRefusal(ended)) return ended
  if (ended < started) return refuseField('endedAt', 'time.order')
  const { row, steps } = begun(
    {
      ...numberTold(input.number ?? prepared.number),
      direction: input.direction,
      state: 'ended',
      source: 'hand',
      agent_id: typeof caller.me.id === 'string' ? caller.me.id : null,
      customer_id: ticket.customer_id,
      ticket_id: ticket.id,
      outcome: input.reached ? 'recorded' : 'unreached',
      started_at: started,
      answered_at: input.reached ? started : null,
      ended_at: ended,
    },
    now,
  )
  return { call: row, steps }
}

function record(ticket: LockedTicket, input: Input, { call: kept, steps: callSteps }: Placed, call: Call) {
  const { now } = call
  const { direction } = kept
  const first = input.reached && ticket.first_response_at === null
  const taker = input.reached && direction === 'out' ? takerOf(ticket, call) : null
  const said = input.body ? spoken(ticket, input.body, direction, call) : undefined
  const { steps, changes } = moved(ticket, now, {
    ...(input.reached && afterwards(ticket, direction, now, taker)),
    ...(taker && { assignee_id: taker }),
    ...(first && { first_response_at: now }),
    ...(input.reached && {
      waiting_since: null,
      last_from: direction === 'in' ? 'customer' : 'us',
      last_message_at: now,
    }),
    ...said?.patch,
  })
  return done(ticket.id, [
    ...steps,
    ...callSteps,
    ...(said?.steps ?? []),
    ...(taker
      ? [
          handover(ticket.id, holderOf(ticket), { departmentId: ticket.department_id, assigneeId: taker }, call, {
            mode: 'claim',
          }),
        ]
      : []),
    tell('ticket.called', ticket.id, ticket.id, {
      callId: kept.id,
      direction,
      outcome: input.reached ? 'reached' : 'unreached',
      seconds: input.reached ? secondsOf(kept) : null,
      messageId: said?.id ?? null,
      first,
      changes,
    }),
  ])
}

/** What the customer said on the phone is the customer's message; what we said in a call-back is ours to know. */
function spoken(ticket: LockedTicket, body: string, direction: 'in' | 'out', call: Call) {
  const seq = ticket.message_count + 1
  const theirs = direction === 'in'
  const { message, steps } = say(ticket.id, seq, call, {
    kind: theirs ? 'customer' : 'note',
    body,
    channel: 'phone',
    files: [],
    ...(theirs &&
      ticket.customer_id && { author: { kind: 'outside', id: ticket.customer_id, name: ticket.customer_name ?? '—' } }),
  })
  const patch: Partial<TicketRow> = {
    message_count: seq,
    last_words: lastWords(body),
    ...(theirs && { public_seq: seq }),
  }
  return { id: message.id, steps, patch }
}

/** Whoever calls the customer back about a ticket that nobody has in their department takes it, as by a reply. */
function takerOf(ticket: LockedTicket, { caller }: Call): string | null {
  const { id, departments } = caller.me
  if (ticket.assignee_id || ticket.status !== 'new' || typeof id !== 'string' || !ticket.department_id) return null
  return Array.isArray(departments) && departments.includes(ticket.department_id) ? id : null
}

/** A call-back takes up what waits for its holder; the customer's own call ends the waiting for the customer. */
function afterwards(
  ticket: LockedTicket,
  direction: 'in' | 'out',
  now: Date,
  taker: string | null,
): Partial<TicketRow> {
  const acknowledged = ticket.acknowledged_at ?? now
  const waits = direction === 'in' ? ['pending_customer', 'on_hold'] : ['assigned', ...(taker ? ['new'] : [])]
  return waits.includes(ticket.status) ? { status: 'in_progress', acknowledged_at: acknowledged } : {}
}

async function firstNumber({ db }: Preparing, ticketId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('tickets as t')
    .innerJoin('contact_points as p', 'p.customer_id', 't.customer_id')
    .select('p.value')
    .where('t.id', '=', ticketId)
    .where('p.kind', '=', 'phone')
    .orderBy('p.position')
    .executeTakeFirst()
  return row?.value
}
