import type { Form, Status, VerbInput } from '@baton/contract'
import { forbidden } from '../../kernel/problems.ts'
import { done, type Refusal, refuse, tell } from '../../kernel/steps.ts'
import type { Call } from '../../kernel/verb.ts'
import { type AttachedFile, loadAttachments } from '../files/index.ts'
import { directory, lockPeople } from '../people/index.ts'
import { moved, ticketVerb } from './act.ts'
import { formOf, refuseUnfinished } from './form.ts'
import { handover, holderOf, personOf } from './holder.ts'
import { lastWords, say, touch } from './message.ts'
import type { LockedTicket, TicketRow } from './ticket.ts'

interface Prepared {
  files: readonly AttachedFile[]
}

/**
 * Our answer, which the customer reads. The first one is the first effective response; whoever answers a
 * ticket that nobody has becomes its holder.
 */
export const replyTicket = ticketVerb<'ticket.reply', Prepared, Form>('ticket.reply', {
  async prepare({ db, caller }, input) {
    return { files: await loadAttachments(db, input.attachmentIds, caller) }
  },
  async load(tx, ticket, call, { thenStatus }) {
    await lockPeople(tx, ticket.assignee_id === null ? [personOf(call.caller)] : [])
    return thenStatus === 'solved' ? formOf(tx, ticket, call) : []
  },
  decide(ticket, input, call, { prepared, loaded: form }) {
    if (input.seenSeq !== undefined && input.seenSeq < ticket.public_seq)
      return refuse('ticket.stale', { publicSeq: ticket.public_seq, seenSeq: input.seenSeq })
    const overtaken = movedOn(ticket, input, call)
    if (overtaken) return overtaken
    const { now, caller } = call
    const also = { same: null, pending_customer: 'ticket.await', solved: 'ticket.solve' } as const
    const second = also[input.thenStatus]
    if (second && caller.grants.may(second) === false) return { refusal: forbidden(second) }
    const unfinished = input.thenStatus === 'solved' ? refuseUnfinished(form, ticket, call) : undefined
    if (unfinished) return unfinished
    const seq = ticket.message_count + 1
    const said = say(ticket.id, seq, call, {
      kind: 'reply',
      body: input.body,
      channel: ticket.channel,
      files: prepared.files,
    })
    const me = personOf(caller)
    const takes = ticket.assignee_id === null && me !== null
    const holder = { departmentId: ticket.department_id, assigneeId: takes ? me : ticket.assignee_id }
    const first = ticket.first_response_at === null
    const { steps, changes } = moved(ticket, now, {
      ...afterwards(ticket, input.thenStatus, now, takes),
      ...(takes && { assignee_id: holder.assigneeId }),
      ...(first && { first_response_at: now }),
      message_count: seq,
      public_seq: seq,
      last_words: lastWords(input.body),
      last_from: 'us',
      last_message_at: now,
      waiting_since: null,
    })
    return done(ticket.id, [
      ...steps,
      ...said.steps,
      touch(ticket.id, ticket.customer_id, said.message, 'out', call),
      ...(takes ? [handover(ticket.id, holderOf(ticket), holder, call, { mode: 'claim' })] : []),
      tell('ticket.replied', ticket.id, ticket.id, {
        messageId: said.message.id,
        seq,
        channel: ticket.channel,
        first,
        changes,
      }),
      ...(input.thenStatus === 'solved' && ticket.status !== 'solved'
        ? [tell('ticket.solved', ticket.id, ticket.id, { result: null, changes: [] })]
        : []),
    ])
  },
})

/** Somebody else has solved it, or has it now, while these words were written: no two contradictory answers go out. */
function movedOn(ticket: LockedTicket, input: VerbInput<'ticket.reply'>, call: Call): Refusal | undefined {
  const { status, assignee_id: holder } = ticket
  const ended =
    input.seenStatus !== undefined && input.seenStatus !== status && isDone(status) && !isDone(input.seenStatus)
  const taken =
    input.seenAssigneeId !== undefined &&
    holder !== input.seenAssigneeId &&
    holder !== null &&
    holder !== call.caller.me.id
  if (!ended && !taken) return undefined
  const people = call.of(directory)
  const name = (holder && people.agents.get(holder)?.name) ?? people.departments.get(ticket.department_id ?? '')?.name
  return refuse('ticket.moved', { status, holder: name ?? '—' })
}

const isDone = (status: Status): boolean => status === 'solved' || status === 'closed'

/** new and assigned become in progress by the answer itself; otherwise the status stays, unless the writer says what is next. */
function afterwards(
  ticket: LockedTicket,
  then: 'same' | 'pending_customer' | 'solved',
  now: Date,
  takes: boolean,
): Partial<TicketRow> {
  const acknowledged = ticket.acknowledged_at ?? now
  if (then === 'solved')
    return ticket.status === 'solved' ? {} : { status: 'solved', solved_at: now, acknowledged_at: acknowledged }
  if (then === 'pending_customer' && ticket.status !== 'solved')
    return { status: 'pending_customer', acknowledged_at: acknowledged }
  if (ticket.status === 'new' || ticket.status === 'assigned')
    return takes || ticket.assignee_id !== null ? { status: 'in_progress', acknowledged_at: acknowledged } : {}
  return {}
}
