import { z } from 'zod'
import { callDirections } from './calls.ts'
import { event, readOne, readPage, verb } from './catalogue.ts'
import { clockEvents, clockReads, clockVerbs } from './clocks.ts'
import { salutation } from './customers.ts'
import { dispatchDecision } from './dispatch.ts'
import { fieldValues, recordChange } from './fields/verbs.ts'
import { condition, email, id, ids, line, lines, listOrder, phone, reason, tag, time, version } from './shapes.ts'
import { runStates, statuses, urgencies } from './states.ts'
import { viewColumns } from './views.ts'

export const channels = ['email', 'form', 'api', 'web', 'phone', 'portal', 'sms'] as const
export type Channel = (typeof channels)[number]

export const messageKinds = ['customer', 'reply', 'note', 'progress'] as const
export type MessageKind = (typeof messageKinds)[number]

/** How an assignment came about; kept with every hand-over. */
export const assignmentModes = ['manual', 'claim', 'auto', 'import', 'api'] as const

export const subject = line(200)
export const body = lines(100_000)
const attachmentIds = z.array(id).max(20)
const ticketId = id

/** Who asks: matched by any contact point, created when unknown. */
export const requester = z.strictObject({
  name: line(100).optional(),
  /** 先生 or 女士; kept with a customer who is new. */
  salutation: salutation.optional(),
  email: email.optional(),
  phone: phone.optional(),
  externalId: line(200).optional(),
})

const customFields = fieldValues

const urgency = z.enum(urgencies)
const tags = z.array(tag).max(50)
const requestType = line(50)
const category = line(300)

/** What is told of a matter when it is raised. */
const matter = {
  subject,
  body: body.optional(),
  channel: z.enum(channels).default('api'),
  requester: requester.optional(),
  customerId: id.optional(),
  /** The call in which it was told: the ticket's channel is the phone then, and the call is kept with it. */
  callId: id.optional(),
  /** A category's id or full path, `售后-产品维修`. */
  category: category.optional(),
  /** What its template begins with unless told; else `normal`. */
  urgency: urgency.optional(),
  requestType: requestType.optional(),
  /** What its template begins with unless told. */
  tags: tags.optional(),
  fields: customFields.default({}),
  templateId: id.optional(),
  attachmentIds: z.array(id).max(100).default([]),
  submittedAt: time.optional(),
  /** When the customer expects us (预约时间): whoever has it is called then. */
  appointmentAt: time.optional(),
}

export const ticketVerbs = {
  'ticket.open': verb('ticket', {
    ...matter,
    departmentId: id.optional(),
    assigneeId: id.optional(),
    /** For channels: the mailbox that it came to, the sanitised HTML, the channel's own row for the message. */
    mailboxId: id.optional(),
    html: z.string().max(1_000_000).optional(),
    sourceId: id.optional(),
    /** Why it was given to that department or person (派发说明). */
    note: reason.optional(),
  }),
  /** 当场答复: opened and solved in one, by whoever answered it. */
  'ticket.openAnswered': verb('ticket', { ...matter, result: reason }),
  'ticket.reply': verb('ticket', {
    ticketId,
    body,
    attachmentIds: attachmentIds.default([]),
    /** The `seq` of the last public message that the writer has seen; newer ones refuse the reply with 409. */
    seenSeq: z.int().min(0).optional(),
    /** The status and the holder that the writer saw: solved or taken by somebody else since, it refuses with 409. */
    seenStatus: z.enum(statuses).optional(),
    seenAssigneeId: id.nullable().optional(),
    thenStatus: z.enum(['same', 'pending_customer', 'solved']).default('same'),
    version: version.optional(),
  }),
  /** A call about the ticket: a call-back, or the customer's own. Reached, it counts as an answer. */
  'ticket.recordCall': verb('ticket', {
    ticketId,
    /** The call that a phone system or the agent's timer has kept; without it one is written down here. */
    callId: id.optional(),
    direction: z.enum(callDirections).default('out'),
    number: phone.optional(),
    startedAt: time.optional(),
    endedAt: time.optional(),
    reached: z.boolean().default(true),
    /** What was said. */
    body: body.optional(),
    version: version.optional(),
  }),
  'ticket.note': verb('ticket', {
    ticketId,
    body,
    attachmentIds: attachmentIds.default([]),
    mentionIds: ids.default([]),
  }),
  'ticket.progress': verb('ticket', { ticketId, body, attachmentIds: attachmentIds.default([]) }),
  'ticket.assign': verb('ticket', {
    ticketId,
    departmentId: id.optional(),
    assigneeId: id.optional(),
    note: reason.optional(),
    version: version.optional(),
  }),
  /** Gives a waiting ticket to the able person with the least in hand, or says why there is nobody. */
  'ticket.dispatch': verb('ticket', { ticketId }),
  /** Says on tickets in the pool that nobody able is there: done by Baton itself, for many at once. */
  'ticket.keepWaiting': verb('ticket', { ticketIds: z.array(id).min(1).max(50) }),
  'ticket.claim': verb('ticket', { ticketId }),
  'ticket.acknowledge': verb('ticket', { ticketId, version: version.optional() }),
  'ticket.transfer': verb('ticket', {
    ticketId,
    departmentId: id.optional(),
    assigneeId: id.optional(),
    reason,
    note: reason.optional(),
    version: version.optional(),
  }),
  'ticket.return': verb('ticket', { ticketId, reason, version: version.optional() }),
  'ticket.urge': verb('ticket', { ticketId, note: reason.optional() }),
  'ticket.update': verb('ticket', {
    ticketId,
    subject: subject.optional(),
    urgency: urgency.optional(),
    requestType: requestType.nullable().optional(),
    category: category.nullable().optional(),
    tags: tags.optional(),
    /** One by one, whatever other tags each ticket has: for many at once. */
    addTags: tags.optional(),
    removeTags: tags.optional(),
    /** Those that are named; null forgets one. The others stay. */
    fields: customFields.optional(),
    appointmentAt: time.nullable().optional(),
    /** Another form, as it is now. */
    templateId: id.optional(),
    customerId: id.optional(),
    version: version.optional(),
  }),
  'ticket.await': verb('ticket', { ticketId, reason: reason.optional(), version: version.optional() }),
  'ticket.hold': verb('ticket', { ticketId, reason, version: version.optional() }),
  'ticket.solve': verb('ticket', { ticketId, result: reason, version: version.optional() }),
  'ticket.followUp': verb('ticket', { ticketId, reason, assigneeId: id.optional(), version: version.optional() }),
  'ticket.reopen': verb('ticket', { ticketId, reason, version: version.optional() }),
  'ticket.close': verb('ticket', { ticketId, reason: reason.optional(), version: version.optional() }),
  'ticket.pause': verb('ticket', { ticketId, reason, until: time.optional(), version: version.optional() }),
  'ticket.resume': verb('ticket', { ticketId, reason: reason.optional(), version: version.optional() }),
  'ticket.cancel': verb('ticket', { ticketId, reason, version: version.optional() }),
  'ticket.forceEnd': verb('ticket', { ticketId, reason, version: version.optional() }),
  /** What a channel brings: a customer's message on a ticket that it belongs to. */
  'ticket.receive': verb('ticket', {
    ticketId,
    body,
    html: z.string().max(1_000_000).optional(),
    channel: z.enum(channels),
    customerId: id.optional(),
    /** False when the sender is not a known contact point of the ticket's customer. */
    verified: z.boolean().default(true),
    from: line(320).optional(),
    attachmentIds: z.array(id).max(100).default([]),
    sourceId: id.optional(),
    submittedAt: time.optional(),
    /** True when a machine wrote it (out-of-office): shown, but nothing is reopened by it. */
    automatic: z.boolean().default(false),
  }),
  /** Only moves the clocks on: what time alone has done is written down and stamped with its true time. */
  'ticket.tick': verb('ticket', { ticketId }),
  /** Its appointment has come: done by Baton itself. */
  'ticket.remindAppointment': verb('ticket', { ticketId, appointmentAt: time }),
  /** Reckons its promises anew, after policies or calendars have changed. */
  'ticket.retime': verb('ticket', { ticketId }),
  ...clockVerbs,
  /** Remembers what this person has seen. Not an event: opening a ticket never marks it handled. */
  'ticket.see': verb('ticket', { ticketId, seq: z.int().min(0) }),
} as const

export const ticketReads = {
  'ticket.get': readOne('ticket', { id: id.optional(), number: line(40).optional() }),
  'ticket.list': readPage('ticket', {
    view: line(60).optional(),
    where: condition.optional(),
    order: listOrder.optional(),
    /** Which own fields (`fields.orderNo`) the records show: the view's, or those named here; without either, all. */
    columns: viewColumns.optional(),
  }),
  /** One conversation and history, newest first. */
  'ticket.timeline': readPage('timelineItem', { id: id.optional(), number: line(40).optional() }),
  /** How many tickets stand in each view, capped: {counts: {viewId: 37}}, where 1000 means 999+. */
  'ticket.counts': readOne('counts', { views: z.array(line(60)).min(1).max(50) }),
  /** Whom a dispatch would choose now, and why not the others. */
  'ticket.candidates': readOne('dispatch', { id }),
  ...clockReads,
  /** Who had it when, oldest first. */
  'ticket.handovers': readPage('handover', { id }),
} as const

const changes = z.array(recordChange)
const holder = z.strictObject({ departmentId: id.nullable(), assigneeId: id.nullable() })
const handover = { from: holder, to: holder, mode: z.enum(assignmentModes), reason: z.string().nullable(), changes }
/** Under which category, from the root down: figures keep the tree as it stood then. */
const filed = { categoryPath: ids.optional() }
const message = { messageId: id, seq: z.int(), channel: z.string() }

export const ticketEvents = {
  'ticket.opened': event({
    number: z.string().optional(),
    channel: z.string(),
    customerId: id.nullable(),
    customerLevel: z.string().nullable().optional(),
    to: holder,
    urgency,
    messageId: id.nullable(),
    linkedTo: id.nullable(),
    callId: id.nullable().optional(),
    /** How it came to the person who has it at once. */
    mode: z.enum(assignmentModes).optional(),
    requestType: z.string().nullable().optional(),
    ...filed,
    /** What of the desk's own fields it begins with, as far as statistics can be told apart by them. */
    changes: changes.optional(),
  }),
  'ticket.called': event({
    callId: id,
    direction: z.enum(callDirections),
    outcome: z.enum(['reached', 'unreached']),
    seconds: z.int().nullable(),
    messageId: id.nullable(),
    first: z.boolean(),
    changes,
  }),
  /** The call that the ticket came about in is over. */
  'ticket.callEnded': event({ callId: id, seconds: z.int().nullable() }),
  'ticket.replied': event({ ...message, first: z.boolean(), changes }),
  'ticket.noted': event({ messageId: id, mentionIds: ids }),
  'ticket.progressed': event({ messageId: id }),
  'ticket.received': event({
    ...message,
    verified: z.boolean(),
    automatic: z.boolean(),
    reopened: z.boolean(),
    changes,
  }),
  'ticket.assigned': event(handover),
  /** Nobody able was found; it waits in the pool. Told once a stay there. */
  'ticket.undispatched': event({ departmentId: id, decision: dispatchDecision }),
  'ticket.claimed': event(handover),
  'ticket.acknowledged': event({ changes }),
  'ticket.transferred': event({ ...handover, note: z.string().nullable() }),
  'ticket.returned': event(handover),
  'ticket.pooled': event(handover),
  'ticket.urged': event({ count: z.int(), note: z.string().nullable(), changes }),
  'ticket.updated': event({ changes, ...filed }),
  'ticket.awaited': event({ reason: z.string().nullable(), changes }),
  'ticket.held': event({ reason: z.string(), changes }),
  'ticket.solved': event({ result: z.string().nullable(), changes }),
  'ticket.followedUp': event({ reason: z.string(), changes }),
  'ticket.reopened': event({ reason: z.string().nullable(), changes }),
  'ticket.closed': event({ reason: z.string().nullable(), automatic: z.boolean(), changes }),
  'ticket.paused': event({ reason: z.string(), until: z.string().nullable(), changes }),
  'ticket.resumed': event({ reason: z.string().nullable(), seconds: z.int(), changes }),
  'ticket.cancelled': event({ reason: z.string(), changes }),
  'ticket.forceEnded': event({ reason: z.string(), changes }),
  'ticket.linked': event({ otherId: id, kind: z.string() }),
  'ticket.appointmentDue': event({ appointmentAt: z.string() }),
  /** Policies, calendars or holidays have changed, and with them what stands on its clocks. */
  'ticket.retimed': event({}),
  ...clockEvents,
  'delivery.changed': event({
    deliveryId: id,
    messageId: id.nullable(),
    from: z.string().nullable(),
    to: z.string(),
    error: z.string().nullable(),
  }),
} as const

export const ticketStatusField = z.enum(statuses)
export const ticketRunStateField = z.enum(runStates)
