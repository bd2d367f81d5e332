import type { VerbInput } from '@baton/contract'
import { newId } from '../../kernel/ids.ts'
import { done, tell } from '../../kernel/steps.ts'
import type { Call } from '../../kernel/verb.ts'
import { type AttachedFile, loadAttachments } from '../files/index.ts'
import { lockPeople } from '../people/index.ts'
import { settings } from '../settings/index.ts'
import { moved, ticketVerb } from './act.ts'
import { handover, holderOf } from './holder.ts'
import { lastWords, say, touch } from './message.ts'
import { open } from './open.ts'
import type { LockedTicket, TicketRow } from './ticket.ts'

type Input = VerbInput<'ticket.receive'>
interface Prepared {
  files: readonly AttachedFile[]
}
/** Whether the holder is there to go on; only asked when the answer matters. */
interface Loaded {
  holderIsHere: boolean
}

/** A customer's message on a ticket: channels normalise, here is decided what it means for the ticket's state. */
export const receiveTicket = ticketVerb<'ticket.receive', Prepared, Loaded>('ticket.receive', {
  async prepare({ db, caller }, input) {
    return { files: await loadAttachments(db, input.attachmentIds, caller) }
  },
  async load(tx, { status, assignee_id }) {
    await lockPeople(tx, [assignee_id])
    if ((status !== 'solved' && status !== 'closed') || !assignee_id) return { holderIsHere: false }
    const holder = await tx
      .selectFrom('agents')
      .select(['status', 'presence'])
      .where('id', '=', assignee_id)
      .executeTakeFirst()
    return { holderIsHere: holder?.status === 'active' && holder.presence !== 'away' }
  },
  decide(ticket, input, call, { prepared, loaded }) {
    if (ticket.status === 'closed' && !input.automatic && !isWithinReopenWindow(ticket, call))
      return next(ticket, input, prepared, call)
    return append(ticket, input, prepared, loaded, call)
  },
})

const day = 86_400_000

const isWithinReopenWindow = (ticket: LockedTicket, call: Call): boolean =>
  ticket.closed_at !== null && call.now.getTime() - ticket.closed_at.getTime() < call.of(settings).reopenDays * day

function append(ticket: LockedTicket, input: Input, { files }: Prepared, { holderIsHere }: Loaded, call: Call) {
  const { now } = call
  const seq = ticket.message_count + 1
  const said = say(ticket.id, seq, call, {
    kind: 'customer',
    body: input.body,
    html: input.html ?? null,
    channel: input.channel,
    files,
    author: { kind: 'outside', id: input.customerId ?? null, name: writerOf(ticket, input) },
    sender: input.from ?? null,
    verified: input.verified,
    automatic: input.automatic,
    sourceId: input.sourceId ?? null,
    submittedAt: input.submittedAt ? new Date(input.submittedAt) : null,
  })
  const state = input.automatic ? {} : answered(ticket, holderIsHere)
  const { steps, changes } = moved(ticket, now, {
    ...state,
    message_count: seq,
    public_seq: seq,
    last_words: lastWords(input.body),
    last_from: 'customer',
    last_message_at: now,
    ...(input.automatic ? {} : { waiting_since: ticket.waiting_since ?? now }),
  })
  const pooled = 'assignee_id' in state
  const pool = { departmentId: ticket.department_id, assigneeId: null }
  return done(ticket.id, [
    ...steps,
    ...said.steps,
    touch(ticket.id, input.customerId ?? ticket.customer_id, said.message, 'in', call),
    ...(pooled ? [handover(ticket.id, holderOf(ticket), pool, call, { mode: 'auto', reason: 'holder.away' })] : []),
    tell('ticket.received', ticket.id, ticket.id, {
      messageId: said.message.id,
      seq,
      channel: input.channel,
      verified: input.verified,
      automatic: input.automatic,
      reopened: 'reopen_count' in state,
      changes,
    }),
  ])
}

/** Who waits for the customer goes on; what was solved or closed is taken up again, by the pool when its holder is away. */
function answered(ticket: LockedTicket, holderIsHere: boolean): Partial<TicketRow> {
  switch (ticket.status) {
    case 'pending_customer':
    case 'on_hold':
    case 'follow_up':
      return { status: ticket.assignee_id ? 'in_progress' : 'new' }
    case 'solved':
    case 'closed': {
      const again = {
        reopen_count: ticket.reopen_count + 1,
        solved_at: null,
        closed_at: null,
        run_state: 'running' as const,
      }
      return holderIsHere ? { status: 'in_progress', ...again } : { status: 'new', assignee_id: null, ...again }
    }
    default:
      return {}
  }
}

/** What is closed stays closed: the customer's new words open a new ticket that follows the old one. */
function next(ticket: LockedTicket, input: Input, { files }: Prepared, call: Call) {
  const customerId = ticket.customer_id
  const asked = {
    customer: customerId
      ? { id: customerId, name: writerOf(ticket, input), level: ticket.customer_level, steps: [] }
      : null,
    files,
  }
  const opened = {
    subject: ticket.subject,
    body: input.body,
    html: input.html,
    channel: input.channel,
    urgency: 'normal' as const,
    tags: [],
    fields: {},
    attachmentIds: input.attachmentIds,
    departmentId: ticket.department_id ?? undefined,
    category: ticket.category_id ?? undefined,
    requestType: ticket.request_type ?? undefined,
    mailboxId: ticket.mailbox_id ?? undefined,
    sourceId: input.sourceId,
    submittedAt: input.submittedAt,
  }
  return open(newId(), opened, asked, call, ticket)
}

const writerOf = (ticket: LockedTicket, input: Input): string =>
  (input.verified ? ticket.customer_name : input.from) ?? input.from ?? '—'
